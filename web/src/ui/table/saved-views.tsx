import { useId, useState, type ReactNode } from "react";
import { replaceRoute, routeHref, useRoute } from "../route.ts";
import { keepSetting, keptJson, keptList, ofOrganisation } from "../settings.ts";

interface View {
  readonly name: string;
  readonly query: string;
}

/** Not of a view: what lies over the screen. */
const passing = ["evidence", "peek"];

/** Filters, choices and order under a name, as tabs over the list; kept in this browser. */
export function SavedViews(): ReactNode {
  const route = useRoute();
  const setting = ofOrganisation(`views ${route.screen}`);
  const [views, setViews] = useState<readonly View[]>(() => keptViews(setting));
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const id = useId();
  const query = new URLSearchParams(route.query);
  for (const key of passing) query.delete(key);
  const here = query.toString();
  const keep = (next: readonly View[]): void => {
    keepSetting(setting, JSON.stringify(next));
    setViews(next);
  };
  const isKept = views.some((view) => view.query === here);
  if (views.length === 0 && here === "") return null;
  const open = (text: string): void =>
    replaceRoute(routeHref(route.screen, route.id, new URLSearchParams(text)));
  return (
    <div className="views no-print">
      <button type="button" aria-pressed={here === ""} onClick={() => open("team=&since=")}>
        All
      </button>
      {views.map((view) => (
        <span key={view.name} className="view">
          <button type="button" aria-pressed={view.query === here} onClick={() => open(view.query)}>
            {view.name}
          </button>
          {view.query === here && (
            <button
              type="button"
              aria-label={`Forget the view ${view.name}`}
              onClick={() => keep(views.filter((one) => one !== view))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {!isKept && here !== "" && !isNaming && (
        <button type="button" className="view-save" onClick={() => setNaming(true)}>
          Keep this view
        </button>
      )}
      {isNaming && (
        <form
          className="view"
          onSubmit={(event) => {
            event.preventDefault();
            const text = name.trim();
            if (text === "") return;
            keep([...views.filter((one) => one.name !== text), { name: text, query: here }]);
            setNaming(false);
            setName("");
          }}
        >
          <label htmlFor={id} className="for-readers">
            Its name
          </label>
          <input
            id={id}
            value={name}
            maxLength={40}
            placeholder="Name of the view"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for this field
            autoFocus
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit">Keep</button>
        </form>
      )}
    </div>
  );
}

function keptViews(setting: string): readonly View[] {
  return keptList<View>(keptJson(setting), ["name", "query"]);
}
