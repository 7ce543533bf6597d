/** The text of a mail, its addresses as links. */
export function MailText({ text }: { text: string }) {
  // A full stop or a bracket after an address belongs to the sentence.
  const parts = text.split(/(https?:\/\/\S*[^\s.,;:!?)\]»"'])/);
  return (
    <pre className="mt-4 whitespace-pre-wrap wrap-anywhere font-ui">
      {parts.map((part, index) =>
        index % 2 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <a key={index} className="link" href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
