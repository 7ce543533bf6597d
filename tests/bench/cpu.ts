import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What `/proc/PID/stat` says of a process, times in ticks of the kernel. Times of children count once they have ended. */
export interface Stat {
  pid: number;
  parent: number;
  group: number;
  ticks: number;
}

export function parseStat(line: string): Stat {
  // The name stands in brackets and may hold anything, brackets and spaces too.
  const [, parent, group, , , , , , , , , ...times] = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = times.slice(0, 4).reduce((sum, time) => sum + Number(time), 0);
  return { pid: Number.parseInt(line, 10), parent: Number(parent), group: Number(group), ticks };
}

let tickMs: number | undefined;
const msPerTick = () => {
  tickMs ??= 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return tickMs;
};

function allProcesses(): Stat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"))];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

const sum = (stats: Stat[]) => stats.reduce((total, { ticks }) => total + ticks, 0) * msPerTick();

/** Milliseconds of CPU that the application, a process group of its own, and the database server have used so far. */
export function cpuTimes({ app, database }: { app: number; database?: number }) {
  const all = allProcesses();
  return {
    app: sum(all.filter(({ pid, group }) => pid === app || group === app)),
    db: database ? sum(all.filter(({ pid, parent }) => pid === database || parent === database)) : 0,
  };
}

/** Resident memory in MB: what the application holds. */
export const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

export const parentOf = (pid: number) => parseStat(readFileSync(`/proc/${pid}/stat`, "utf8")).parent;
