import { postInput } from "@/lib/posts/input";

export const answerInput = postInput;
