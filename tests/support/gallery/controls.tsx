import { Mark } from "@/components/figures/mark";
import { PageHead } from "@/components/shell/page-head";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checklist } from "@/components/ui/checklist";
import { Chip } from "@/components/ui/chip";
import { Checkbox, RadioGroup, Switch } from "@/components/ui/choice";
import { CopyField } from "@/components/ui/copy-field";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Faces } from "@/components/ui/faces";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { IconButton } from "@/components/ui/icon-button";
import { Bookmark, Flag, Quote, Trash2 } from "@/components/ui/icons";
import { LoadMore } from "@/components/ui/load-more";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Stepper } from "@/components/ui/stepper";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Unread } from "@/components/ui/unread";
import { Framed, formWords, people } from "./sample";

const returned = {
  values: { title: "Spring noise at six bar", email: "ines@okafor" },
  message: "Two things need a hand before this can be sent.",
  fields: { email: "Add the part after the dot, such as .com", place: "Choose where it should stand." },
};

export function Controls() {
  return (
    <Framed>
      <PageHead title="Controls and states" lead="Every primitive once, as a member would meet it." />
      <Tabs
        label="Parts"
        tabs={[
          { href: "#o", label: "Overview", current: true },
          { href: "#m", label: "Missions", count: "8" },
          { href: "#t", label: "Talk", count: "38" },
          { href: "#d", label: "Decisions", count: "3" },
        ]}
      />
      <div className="grid gap-6 md:grid-cols-2">
        <Card title="Buttons">
          <div className="row">
            <Button kind="pri">Take a mission</Button>
            <Button>Log a tasting</Button>
            <Button kind="qui">Not now</Button>
          </div>
          <div className="row">
            <Button kind="pri" disabled>
              Disabled
            </Button>
            <Button kind="dan">Remove</Button>
            <ButtonLink href="#" small kind="pri">
              Reply
            </ButtonLink>
            <IconButton label="Quote">
              <Quote className="i" aria-hidden />
            </IconButton>
          </div>
          <div className="row">
            <Tag kind="rep">Varnell</Tag>
            <Tag>Moderator</Tag>
            <Tag kind="good">Kept</Tag>
            <Tag kind="bad">Broken</Tag>
            <Tag kind="accent">New</Tag>
            <Chip hue={200}>Burr lab</Chip>
            <Unread count={6} label="6 new" />
          </div>
          <Faces people={people} label="Six people" more="+12" />
          <details open className="menubox">
            <summary className="btn sec">Menu</summary>
            <div className="menu start" style={{ position: "static" }}>
              <a href="#b">
                <Bookmark className="i" aria-hidden />
                Bookmark
              </a>
              <a href="#f">
                <Flag className="i" aria-hidden />
                Report
              </a>
              <hr />
              <button type="button" className="danger">
                <Trash2 className="i" aria-hidden />
                Delete my post
              </button>
            </div>
          </details>
          <Menu trigger="More" className="btn qui">
            <a href="#x">Hidden</a>
          </Menu>
        </Card>
        <Card title="A refused form">
          <Form
            action="/do/x"
            formKey="k"
            words={formWords}
            submitLabel="Post thread"
            returned={returned}
            beside={<span className="meta">Members can read this</span>}
          >
            <Field
              label="Title"
              voice
              hint="Similar: My spring is singing at 6 bar, 9 replies"
              {...fieldProps(returned, "title")}
            />
            <Field label="E-mail" type="email" {...fieldProps(returned, "email")} />
            <Field
              label="Space"
              type="select"
              options={[
                { value: "a", label: "Repairs" },
                { value: "b", label: "Burr lab" },
              ]}
              {...fieldProps(returned, "place")}
            />
            <Field
              label="Note"
              optional="(optional)"
              type="textarea"
              voice
              name="note"
              placeholder="What would you tell a friend?"
            />
            <Checkbox label="Tell me the outcome" name="tell" checked />
            <Switch label="Weekly digest" hint="On Monday, in your time zone" name="digest" checked />
            <Switch label="Push" name="push" />
          </Form>
        </Card>
        <Card title="Choosing">
          <RadioGroup
            name="read"
            label="Who may read"
            cards
            chosen={["members"]}
            options={[
              { value: "all", label: "Everyone", hint: "Also people without an account, and search engines" },
              { value: "members", label: "Members" },
              { value: "badge", label: "Holders of a badge", hint: "An insider space" },
            ]}
          />
          <div className="row">
            <Field label="Colour" type="color" name="colour" value="#d98a1f" />
            <Field label="Until" type="date" name="until" value="2026-12-06" />
          </div>
          <Field label="Logo" type="file" name="logo" accept="image/*" />
          <CopyField label="Invitation" value="https://bench.example/i/4f9a" copyLabel="Copy" copiedLabel="Copied" />
        </Card>
        <Card title="Saying what is so">
          <Notice kind="good" title="Your address is confirmed">
            You can post now.
          </Notice>
          <Notice title="Only insiders read this" />
          <Notice kind="accent">Two new replies since you began to write.</Notice>
          <ErrorState title="Your reply was not sent" actions={<Button small>Send again</Button>}>
            The connection dropped at 09:41. All 212 words are kept on this device.
          </ErrorState>
          <span className="toast">
            <span>Ranking saved. You can change it until Tuesday.</span>
            <button type="button">Undo</button>
          </span>
        </Card>
        <Card title="Empty">
          <EmptyState
            title="No missions yet"
            figure={<Mark size={72} />}
            action={<Button>Write the first mission</Button>}
          >
            A mission is one thing one person can do this week, such as “taste two cups blind”.
          </EmptyState>
        </Card>
        <Card title="Loading">
          <SkeletonRows label="Loading" />
        </Card>
        <Card title="Steps">
          <Stepper label="Steps" steps={["Brand", "Community", "People"]} current={1} doneLabel="Done" />
          <Checklist
            label="First steps"
            doneLabel="Done"
            items={[
              { key: "a", label: "Choose a colour", done: true },
              {
                key: "b",
                label: "Invite three people",
                done: false,
                hint: "They see what you see",
                action: <Button small>Invite</Button>,
              },
            ]}
          />
          <DefinitionList
            items={[
              { term: "E-mail", detail: "ines@okafor.example" },
              { term: "Time zone", detail: "Europe/Lisbon" },
            ]}
          />
        </Card>
        <Card title="Promises">
          <Table
            caption="Promises"
            columns={[
              { key: "p", label: "Promise" },
              { key: "by", label: "By" },
              { key: "n", label: "Days", end: true },
            ]}
            rows={[
              {
                key: "1",
                cells: {
                  p: <span className="voice">Send corrected sets to all twelve testers</span>,
                  by: "Jo Varnell",
                  n: "12",
                },
              },
              {
                key: "2",
                cells: { p: <span className="voice">Open the workshop for a weekend</span>, by: "Varnell", n: "3" },
              },
            ]}
          />
          <LoadMore href="#2" label="Load more" meta="20 of 64" />
        </Card>
      </div>
    </Framed>
  );
}
