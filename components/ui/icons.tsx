import type { ComponentType, SVGProps } from "react";
import { iconsFile } from "./icons-file";

// The drawings are Lucide's, each once in `public/icons.svg`, which a browser asks for once: a page with an icon at every
// post would otherwise be mostly icons. `npm run icons` writes both that file and its version from the list here.

export type Icon = ComponentType<SVGProps<SVGSVGElement>>;

const icon =
  (name: string): Icon =>
  (props) => (
    // biome-ignore lint/a11y/noSvgWithoutTitle: whoever uses it hides it, or says what it means
    <svg {...props}>
      <use href={`${iconsFile}#${name}`} />
    </svg>
  );

export const Angry = icon("angry");
export const ArrowRight = icon("arrow-right");
export const AtSign = icon("at-sign");
export const Award = icon("award");
export const BadgeCheck = icon("badge-check");
export const Bell = icon("bell");
export const BellDot = icon("bell-dot");
export const BellMinus = icon("bell-minus");
export const BellOff = icon("bell-off");
export const BellRing = icon("bell-ring");
export const Bold = icon("bold");
export const Bookmark = icon("bookmark");
export const ChartNoAxesColumn = icon("chart-no-axes-column");
export const Check = icon("check");
export const ChevronDown = icon("chevron-down");
export const ChevronRight = icon("chevron-right");
export const ChevronUp = icon("chevron-up");
export const CircleAlert = icon("circle-alert");
export const CircleCheck = icon("circle-check");
export const CircleDashed = icon("circle-dashed");
export const CircleDot = icon("circle-dot");
export const CloudAlert = icon("cloud-alert");
export const Code = icon("code");
export const CornerUpLeft = icon("corner-up-left");
export const Ellipsis = icon("ellipsis");
export const EllipsisVertical = icon("ellipsis-vertical");
export const Eye = icon("eye");
export const EyeOff = icon("eye-off");
export const Flag = icon("flag");
export const Frown = icon("frown");
export const Globe = icon("globe");
export const Heart = icon("heart");
export const History = icon("history");
export const House = icon("house");
export const ImagePlus = icon("image-plus");
export const Info = icon("info");
export const Italic = icon("italic");
export const Laugh = icon("laugh");
export const Link2 = icon("link-2");
export const List = icon("list");
export const Lock = icon("lock");
export const LogIn = icon("log-in");
export const Menu = icon("menu");
export const MessageCircle = icon("message-circle");
export const MessagesSquare = icon("messages-square");
export const NotebookPen = icon("notebook-pen");
export const PanelsTopLeft = icon("panels-top-left");
export const Pencil = icon("pencil");
export const Pin = icon("pin");
export const Quote = icon("quote");
export const Reply = icon("reply");
export const RotateCcw = icon("rotate-ccw");
export const Search = icon("search");
export const Settings2 = icon("settings-2");
export const Shield = icon("shield");
export const Smile = icon("smile");
export const SmilePlus = icon("smile-plus");
export const Sparkles = icon("sparkles");
export const SquarePen = icon("square-pen");
export const ThumbsDown = icon("thumbs-down");
export const ThumbsUp = icon("thumbs-up");
export const Trash2 = icon("trash-2");
export const User = icon("user");
export const Upload = icon("upload");
export const UserRound = icon("user-round");
export const Users = icon("users");
export const UsersRound = icon("users-round");
export const X = icon("x");
