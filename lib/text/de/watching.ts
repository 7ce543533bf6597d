import type { watching as english } from "../en/watching";

export const watching: typeof english = {
  thread: "Wie genau du dieses Thema verfolgst",
  space: "Wie genau du diesen Raum verfolgst",
  only: "Das siehst nur du.",
  names: { mute: "Stumm", normal: "Normal", track: "Verfolgt", watch: "Beobachtet" },
  about: {
    mute: "Fehlt unter Ungelesenem und Neuem und steht blasser in Listen.",
    normal: "Steht unter Ungelesenem, ohne Zahl.",
    track: "Listen sagen, wie viel neu ist, seit du zuletzt gelesen hast.",
    watch: "Listen sagen, wie viel neu ist, und eine Glocke steht dabei.",
  },
  asSpace: "Wie der Raum",
  asSpaceAbout: "Nimmt zurück, was du für dieses Thema gewählt hast.",
  asUsual: "Wie üblich",
  asUsualAbout: "Listen sagen, wie viel neu ist, wo du gelesen oder geschrieben hast.",
  followWritten: "Verfolgen, wo ich schreibe",
  followWrittenAbout:
    "Listen sagen, wie viel in Themen neu ist, in denen du schreibst, wenn du dort nichts anderes wählst.",
  errors: {},
};
