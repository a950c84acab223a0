import { useState, type ReactNode } from "react";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import { routeHref, useRoute } from "#web/ui/route.ts";
import { useTheme } from "#web/ui/theme.tsx";
import { dateWords } from "#web/ui/words.ts";
import { screens } from "./screens.tsx";

const groups = [...new Set(screens.map((screen) => screen.group))];

export function Navigation({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { organisation } = useSection("organisation");
  const { asOf } = useReportIndex();
  const { screen: current } = useRoute();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className={isOpen ? "side is-open" : "side"}>
      <div className="side-top">
        <a href="#/" className="brand">
          Fulcrum
        </a>
        <button
          type="button"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setOpen((was) => !was)}
        >
          Menu
        </button>
      </div>
      <p className="side-organisation">
        {organisation.name}
        <span className="quiet">as of {dateWords(asOf)}</span>
      </p>
      <nav id="navigation" aria-label="Screens">
        {groups.map((group) => (
          <div key={group} className="nav-group">
            <h2>{group}</h2>
            <ul>
              {screens
                .filter((screen) => screen.group === group)
                .map((screen) => (
                  <li key={screen.path}>
                    <a
                      href={routeHref(screen.path)}
                      aria-current={screen.path === current ? "page" : undefined}
                      onClick={() => setOpen(false)}
                    >
                      {screen.label}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
        <div className="side-foot">
          <ThemeButton />
          <button type="button" onClick={onKeys}>
            Keys <kbd>?</kbd>
          </button>
        </div>
      </nav>
    </header>
  );
}

function ThemeButton(): ReactNode {
  const { choice, next } = useTheme();
  return (
    <button type="button" onClick={next} aria-label={`Colours: ${choice}. Change them`}>
      Colours: {choice}
    </button>
  );
}
