import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";

export default function Settings() {
  redirect(paths.settingsOf("profile"));
}
