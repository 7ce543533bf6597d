export const files = {
  picture: "Picture",
  choose: "Choose a file",
  uploading: ({ percent }: { percent: number }) => `${percent} % sent`,
  errors: {
    missing: "Please choose a file.",
    tooLarge: ({ megabytes }: { megabytes: number }) => `This file is larger than ${megabytes} MB.`,
    notPicture: "This is not a picture we can show. PNG, JPEG, WebP, AVIF and GIF work.",
    svg: "SVG drawings can hold scripts, so they are not accepted. Please send it as PNG.",
    tooManyPixels: "This picture has too many pixels.",
    tooManyFrames: "This moving picture has too many frames.",
    broken: "This picture is damaged and cannot be opened.",
    quota: "Your space for files is used up. Remove some first.",
    wrongOffset: "The upload lost its place. It goes on from what has arrived.",
    wrongChecksum: "Part of the file was damaged on its way. Please send it again.",
    tooManyAtOnce: "Several files are still on their way. Please wait for one to arrive.",
    noRoom: "There is no room for files at the moment. What you typed was kept.",
  },
};
