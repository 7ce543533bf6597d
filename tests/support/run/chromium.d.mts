export function browserProgram(): string | undefined;
