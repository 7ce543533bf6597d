// A process that uses a database as `up` does, for tests that kill it: prints what it got and stops when told to.
const [module, dataDir] = process.argv.slice(2);
const { startPostgres } = await import(module);
const { fail } = await import(new URL("problem.mjs", module).href);
try {
  const postgres = await startPostgres({ dataDir });
  console.log(JSON.stringify(postgres));
  await new Promise((done) => process.stdin.once("data", done));
  console.log(JSON.stringify({ stopped: await postgres.stop() }));
  process.exit(0);
} catch (error) {
  fail(error);
}
