import { use, useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { organisationHref, WorkspaceContext } from "#web/api/workspace.ts";
import { routeHref, useRoute } from "#web/ui/route.ts";
import { useTheme } from "#web/ui/theme.tsx";
import { dateWords } from "#web/ui/words.ts";
import { ScopeFields } from "./scope-fields.tsx";
import { entryOf, places, screensOf, type Place } from "./screens.tsx";

interface TopBarProps {
  readonly onKeys: () => void;
  readonly onSearch: () => void;
}

/** Who and when, the places, what everything is narrowed to, and the search; below it the screens of the place. */
export function TopBar({ onKeys, onSearch }: TopBarProps): ReactNode {
  const { organisation } = useSection("organisation");
  const { asOf } = useReportIndex();
  const { screen } = useRoute();
  const place = entryOf(screen)?.place ?? null;
  const bar = useBarHeight();
  return (
    <header ref={bar} className="top">
      <div className="top-bar">
        <a href="#/" className="brand" aria-label="Fulcrum, to the first page">
          Fulcrum
        </a>
        <p className="top-organisation">
          <OrganisationName name={organisation.name} />{" "}
          <span className="quiet">{dateWords(asOf)}</span>
        </p>
        <nav aria-label="Places" className="places">
          <ul>
            {places.map((one) => (
              <li key={one}>
                <a
                  href={routeHref(screensOf(one)[0]?.path ?? "")}
                  aria-current={one === place ? "true" : undefined}
                >
                  {one}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="top-tools">
          <button type="button" className="search-button" onClick={onSearch}>
            <span>Search</span> <kbd>⌘K</kbd>
          </button>
          <ScopeFields />
          <ThemeButton />
          <button type="button" className="square" onClick={onKeys} aria-label="Keys">
            ?
          </button>
        </div>
      </div>
      {place !== null && <Tabs place={place} current={screen} />}
      {use(WorkspaceContext)?.notice}
    </header>
  );
}

/** Where a service has several, the way to the others. */
function OrganisationName({ name }: { readonly name: string }): ReactNode {
  const workspace = use(WorkspaceContext);
  if (workspace === null || workspace.organisations.length < 2) return <strong>{name}</strong>;
  return (
    <select
      aria-label="Organisation"
      value={workspace.slug}
      onChange={({ target }) => globalThis.location.assign(organisationHref(target.value))}
    >
      {workspace.organisations.map((one) => (
        <option key={one.slug} value={one.slug}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

/** What stays in view below the bar is told where it ends: it has two to four lines, and none on a phone, where it scrolls away. */
function useBarHeight(): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const isSticky = getComputedStyle(element).position === "sticky";
      const height = isSticky ? element.offsetHeight : 0;
      document.documentElement.style.setProperty("--top", `${String(height)}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return bar;
}

function Tabs({ place, current }: { readonly place: Place; readonly current: string }): ReactNode {
  const own = screensOf(place);
  return (
    <nav aria-label={place} className="tabs">
      <ul>
        {own.map(({ path, label }) => (
          <li key={path}>
            <a href={routeHref(path)} aria-current={path === current ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone the places are at the thumb. */
export function PhoneBar({ onSearch }: Pick<TopBarProps, "onSearch">): ReactNode {
  const { screen } = useRoute();
  const place = entryOf(screen)?.place;
  return (
    <nav aria-label="Places, at the foot" className="phone-bar">
      {places.map((one) => (
        <a
          key={one}
          href={routeHref(screensOf(one)[0]?.path ?? "")}
          aria-current={one === place ? "true" : undefined}
        >
          {one}
        </a>
      ))}
      <button type="button" onClick={onSearch}>
        Search
      </button>
    </nav>
  );
}

const themeMarks = { system: "◐", light: "○", dark: "●" } as const;

function ThemeButton(): ReactNode {
  const { choice, next } = useTheme();
  return (
    <button
      type="button"
      className="square"
      onClick={next}
      aria-label={`Colours: ${choice}. Change them`}
      title={`Colours: ${choice}`}
    >
      {themeMarks[choice]}
    </button>
  );
}
