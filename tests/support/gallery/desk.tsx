import { AccountFrame } from "@/components/shell/account-frame";
import { DeskFrame } from "@/components/shell/desk-frame";
import { ErrorPage } from "@/components/shell/error-page";
import { PageHead } from "@/components/shell/page-head";
import { Setting } from "@/components/shell/setting";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Award, ChartNoAxesColumn, Flag, Users } from "@/components/ui/icons";
import { Framed, formWords } from "./sample";

export function Desk() {
  return (
    <Framed>
      <DeskFrame
        navLabel="Desk"
        groups={[
          {
            label: "Read",
            items: [
              { href: "#p", label: "Pulse", icon: ChartNoAxesColumn },
              { href: "#m", label: "Members", icon: Users, current: true, count: "412" },
            ],
          },
          {
            label: "Act",
            items: [
              { href: "#b", label: "Badges", icon: Award },
              { href: "#q", label: "Review queue", icon: Flag, count: "4" },
            ],
          },
        ]}
      >
        <PageHead
          before={<Breadcrumb label="Where you are" items={[{ label: "Desk", href: "#" }, { label: "Members" }]} />}
          title="Members"
          lead="412 people were here in the last eight weeks."
          actions={
            <ButtonLink href="#" kind="pri">
              Invite people
            </ButtonLink>
          }
        />
        {["Name and purpose", "Colour"].map((title) => (
          <Setting key={title} title={title} about="Shown on the front page and in every mail.">
            <Form action="/do/y" formKey={title} words={formWords} submitLabel="Save" submitKind="sec">
              <Field id={title} label={title} name="name" value="The Bench" />
            </Form>
          </Setting>
        ))}
        <ErrorPage title="Nothing here" actions={<ButtonLink href="#">Home</ButtonLink>}>
          This page does not exist, or is not open to you.
        </ErrorPage>
      </DeskFrame>
    </Framed>
  );
}

export function Account() {
  return (
    <AccountFrame
      skipLabel="Skip to content"
      closeLabel="Close"
      community={{ name: "The Bench", href: "#" }}
      title="Sign in"
      below={
        <a className="link" href="#up">
          Create an account
        </a>
      }
    >
      <Form action="/do/z" formKey="z" words={formWords} submitLabel="Sign in" submitWide>
        <Field label="E-mail" type="email" name="email" autoComplete="email" required />
        <Field
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          reveal={{ show: "Show", hide: "Hide" }}
          required
        />
      </Form>
      <ButtonLink href="#link" wide>
        Send me a link instead
      </ButtonLink>
    </AccountFrame>
  );
}
