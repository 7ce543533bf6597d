"use client";

import { memo } from "react";

/**
 * Which saving of the draft goes with the form, so that it is forgotten with it. `useDraft` sets it when the form is sent; drawn
 * once more, React would set it back, and what was kept last would stay behind as a draft of what was sent.
 */
export const DraftRevision = memo(
  ({ first }: { first: number }) => <input type="hidden" name="draft" defaultValue={first} />,
  () => true,
);
DraftRevision.displayName = "DraftRevision";
