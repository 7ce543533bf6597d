/** What a refused form brings back, so that the same page shows it again with what was typed. */
export type Returned = {
  /** Where it was sent: a page may hold several forms, and only one was refused. */
  action?: string;
  values: Record<string, string | string[]>;
  message?: string;
  fields?: Record<string, string>;
  /** The page it stands on, where the address of this answer is another. */
  page?: string;
  /** What was typed as it would stand, where that was asked for: HTML of the one renderer. */
  preview?: string;
};

/** The refusal, if it is this form's own. */
export function returnedTo(action: string, returned: Returned | undefined) {
  return returned?.action === undefined || returned.action === action ? returned : undefined;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** For <Field>: what was typed comes before what is stored. */
export function fieldProps(returned: Returned | undefined, name: string, stored?: string) {
  return {
    name,
    value: returned ? (first(returned.values[name]) ?? "") : stored,
    error: returned?.fields?.[name],
  };
}

/** For <Checkbox> and <Switch>: a browser sends nothing for a box left empty, so absence means "off". */
export function checkProps(returned: Returned | undefined, name: string, stored = false) {
  return {
    name,
    checked: returned ? returned.values[name] !== undefined : stored,
    error: returned?.fields?.[name],
  };
}

/** For <RadioGroup> and <CheckboxGroup>. */
export function chosenProps(returned: Returned | undefined, name: string, stored: string | string[] = []) {
  const chosen = returned ? (returned.values[name] ?? []) : stored;
  return { name, chosen: Array.isArray(chosen) ? chosen : [chosen], error: returned?.fields?.[name] };
}
