/** Without JavaScript: the same page again with what was typed as it would stand, and nothing sent. After the button that sends, which Enter means. */
export function PlainPreview({ action, label }: { action: string; label: string }) {
  return (
    <button type="submit" className="btn sec plain-only" formAction={action} formNoValidate>
      {label}
    </button>
  );
}
