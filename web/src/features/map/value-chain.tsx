import { useMemo, useRef, useState, type ReactNode } from "react";
import { groupBy } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSection } from "#web/api/use-report.ts";
import type { ChartData } from "#web/ui/chart/chart-data.ts";
import { ChartFrame } from "#web/ui/chart/chart-frame.tsx";
import { useWidth } from "#web/ui/chart/use-width.ts";
import { useRoute } from "#web/ui/route.ts";
import { dateWords, decimalWords, plural, shorten } from "#web/ui/words.ts";
import { isNarrow, layoutChain, type PlacedLink, type PlacedNode } from "./value-chain-layout.ts";
import { valueChain, type ValueChain } from "./value-chain-model.ts";

const limits = { wide: 40, narrow: 18 } as const;

/** Platform on one side, end users on the other, builders between; width is use. */
export function ValueChainPicture(): ReactNode {
  const { consumptions } = useSection("consumptions");
  const { asOf } = useReportIndex();
  const names = useNames();
  const opened = useRoute().query.get("open");
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const limit = width < 600 ? limits.narrow : limits.wide;
  const chain = useMemo(
    () => valueChain(consumptions, names, limit, opened),
    [consumptions, names, limit, opened],
  );
  const data = useMemo(() => chainData(chain, asOf), [chain, asOf]);
  return (
    <div ref={box}>
      {chain.opened !== null && (
        <p className="note">
          Shown: only uses {openedWords(chain.opened)}. <a href="#/map">Show all</a>
        </p>
      )}
      <ChartFrame data={data} readsPoints={false}>
        {() => (width === 0 ? null : <Chain chain={chain} width={width} />)}
      </ChartFrame>
    </div>
  );
}

function openedWords(key: string): string {
  const [kind = "", ...rest] = key.split(" ");
  const name = rest.join(" ");
  if (kind === "provider") return `of what ${name} provides`;
  return kind === "kind" ? `of kind ${name}` : `made by components of ${name}`;
}

function chainData(chain: ValueChain, asOf: string): ChartData {
  const labels = new Map(chain.nodes.map((node) => [node.key, node.label]));
  return {
    title: "From platform through builders to end users",
    unit: "width: uses now; one that serves several kinds of user is split evenly",
    n: chain.usesCount,
    counted: "use",
    window: `in use on ${dateWords(asOf)}`,
    source: "manifests and service references; customers from classification",
    columns: ["From", "To", "Uses"],
    rows: [...chain.links]
      .sort((a, b) => b.value - a.value)
      .map((link) => [
        labels.get(link.source) ?? link.source,
        labels.get(link.target) ?? link.target,
        Math.round(link.value * 10) / 10,
      ]),
    reading: ([from, to, uses]) => `${from ?? ""} to ${to ?? ""}: ${uses ?? ""}`,
  };
}

function Chain({
  chain,
  width,
}: {
  readonly chain: ValueChain;
  readonly width: number;
}): ReactNode {
  const [lit, setLit] = useState<string | null>(null);
  const layout = useMemo(() => layoutChain(chain, width), [chain, width]);
  const keyOf = (end: PlacedLink["source"]): string =>
    typeof end === "object" ? end.key : String(end);
  const shared = useMemo(() => sharedStart(chain), [chain]);
  const reached = reachedFrom(layout.links, keyOf, lit);
  return (
    <>
      <div className="chain-heads" aria-hidden="true">
        <span>Platform</span>
        <span>Builders</span>
        <span>End users</span>
      </div>
      <svg width={width} height={layout.height} className={lit === null ? "chain" : "chain is-lit"}>
        <g fill="none">
          {layout.links.map((link) => {
            const key = `${keyOf(link.source)} ${keyOf(link.target)}`;
            return (
              <path
                key={key}
                d={layout.pathOf(link)}
                strokeWidth={Math.max(1, link.width ?? 1)}
                className={reached.has(link) ? "flow is-lit" : "flow"}
              />
            );
          })}
        </g>
        {layout.nodes.map((node) => (
          <ChainMark
            key={node.key}
            node={node}
            width={width}
            wordsRoom={layout.wordsRoom}
            shared={shared}
            onLight={setLit}
          />
        ))}
      </svg>
    </>
  );
}

const without = (label: string, start: string): string =>
  label.startsWith(start) && label.length > start.length ? label.slice(start.length) : label;

/** Links into or out of the lit node, and for its builders what they carry on. */
function reachedFrom(
  links: readonly PlacedLink[],
  keyOf: (end: PlacedLink["source"]) => string,
  lit: string | null,
): ReadonlySet<PlacedLink> {
  return new Set(links.filter((link) => keyOf(link.source) === lit || keyOf(link.target) === lit));
}

/** `acme-` where most builders begin with it; only those that do lose it. */
function sharedStart({ nodes }: ValueChain): string {
  const builders = nodes.filter((node) => node.side === "builder");
  const starts = groupBy(builders, (node) => /^[^-]{1,30}-/.exec(node.label)?.[0] ?? "");
  const [most] = [...starts].sort((a, b) => b[1].length - a[1].length);
  return most !== undefined && most[1].length > builders.length / 2 ? most[0] : "";
}

interface ChainMarkProps {
  readonly node: PlacedNode;
  readonly width: number;
  readonly wordsRoom: number;
  /** What all builders' names begin with: on a phone it would push out what tells them apart. */
  readonly shared: string;
  readonly onLight: (key: string | null) => void;
}

function ChainMark({ node, width, wordsRoom, shared, onLight }: ChainMarkProps): ReactNode {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
  const isFirst = node.side === "capability";
  const narrow = isNarrow(width);
  const letters = narrow ? (node.side === "builder" ? 10 : 13) : 26;
  const name = narrow && node.side === "builder" ? without(node.label, shared) : node.label;
  const words = `${node.label}: ${plural(Math.round(value * 10) / 10, "use")}${node.isGroup ? ", open" : ""}`;
  const mark = (
    <>
      <title>{words}</title>
      <rect
        x={x0}
        y={y0}
        width={x1 - x0}
        height={Math.max(2, y1 - y0)}
        className={`node ${node.side}`}
      />
      {node.side === "builder" && wordsRoom > 0 && (
        <rect
          x={x1 + wordsRoom - 2}
          y={y0}
          width={2}
          height={Math.max(2, y1 - y0)}
          className="node builder"
        />
      )}
      <text
        x={isFirst ? x0 - 6 : x1 + 6}
        y={(y0 + y1) / 2}
        dy="0.35em"
        textAnchor={isFirst ? "end" : "start"}
      >
        {shorten(name, letters)}
        {!narrow && (
          <tspan className="node-count" dx={6}>
            {decimalWords(value)}
          </tspan>
        )}
      </text>
    </>
  );
  const light = {
    onMouseEnter: () => onLight(node.key),
    onMouseLeave: () => onLight(null),
  };
  if (node.href === null) return <g {...light}>{mark}</g>;
  return (
    <a href={node.href} onFocus={() => onLight(node.key)} onBlur={() => onLight(null)} {...light}>
      {mark}
    </a>
  );
}
