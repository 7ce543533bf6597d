import { Check } from "@/components/ui/icons";

type Props = { label: string; steps: readonly string[]; current: number; doneLabel: string };

/** Where one is in a short journey; `current` counts from 0. */
export function Stepper({ label, steps, current, doneLabel }: Props) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? "done" : undefined}
          aria-current={index === current ? "step" : undefined}
        >
          <span className="n">{index < current ? <Check className="i" aria-label={doneLabel} /> : index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
}
