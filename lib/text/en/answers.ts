export const answers = {
  accept: "Mark as the answer",
  takeBack: "No longer the answer",
  answer: "Answer",
  answered: "Answered",
  answeredBy: ({ name }: { name: string }) => `Answered by ${name}`,
  jump: "Go to the answer",
  errors: {
    notYours: "Only who asked, and who moderates here, can choose the answer.",
    notHere: "This post cannot be chosen as the answer.",
    notChosen: "This post is not the answer any more.",
  },
};
