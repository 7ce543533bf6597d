import type { files as english } from "../en/files";

export const files: typeof english = {
  picture: "Bild",
  choose: "Datei auswählen",
  uploading: ({ percent }) => `${percent} % gesendet`,
  errors: {
    missing: "Bitte wähle eine Datei.",
    tooLarge: ({ megabytes }) => `Diese Datei ist größer als ${megabytes} MB.`,
    notPicture: "Das ist kein Bild, das wir zeigen können. PNG, JPEG, WebP, AVIF und GIF gehen.",
    svg: "SVG-Zeichnungen können Skripte enthalten und werden nicht angenommen. Bitte sende sie als PNG.",
    tooManyPixels: "Dieses Bild hat zu viele Bildpunkte.",
    tooManyFrames: "Dieses bewegte Bild hat zu viele Einzelbilder.",
    broken: "Dieses Bild ist beschädigt und lässt sich nicht öffnen.",
    quota: "Dein Platz für Dateien ist aufgebraucht. Entferne zuerst einige.",
    wrongOffset: "Die Übertragung hat ihre Stelle verloren. Sie geht dort weiter, wo sie ankam.",
    wrongChecksum: "Ein Teil der Datei wurde unterwegs beschädigt. Bitte sende ihn noch einmal.",
    tooManyAtOnce: "Mehrere Dateien sind noch unterwegs. Bitte warte, bis eine angekommen ist.",
    noRoom: "Gerade ist kein Platz für Dateien. Dein Text ist noch da.",
  },
};
