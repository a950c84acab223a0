import type { ReactNode } from "react";
import { TrendLine } from "#web/ui/chart/trend-line.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { pastWords, type Tile } from "./tile.ts";

interface TilesProps {
  readonly tiles: readonly Tile[];
  /** Several that are not known are one strip, not a box each. */
  readonly isShort?: boolean;
}

/** Figures, each beside its own past. */
export function Tiles({ tiles, isShort = false }: TilesProps): ReactNode {
  const missing = tiles.filter(({ value }) => value === null);
  const isStrip = isShort && missing.length > 1;
  return (
    <>
      {missing.length < tiles.length || !isStrip ? (
        <TileList tiles={isStrip ? tiles.filter(({ value }) => value !== null) : tiles} />
      ) : null}
      {isStrip && (
        <p className="tiles-missing">
          {missing.map(({ id, title, href, missing: needs }) => (
            <span key={id}>
              {href === null ? title : <a href={href}>{title}</a>}: {needs}{" "}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function TileList({ tiles }: { readonly tiles: readonly Tile[] }): ReactNode {
  return (
    <ul className="tiles">
      {tiles.map((tile) => (
        <li key={tile.id} className="tile">
          <h2>{tile.href === null ? tile.title : <a href={tile.href}>{tile.title}</a>}</h2>
          {tile.value === null ? (
            <p className="tile-missing">{tile.missing}</p>
          ) : (
            <KnownTile tile={tile} value={tile.value} />
          )}
        </li>
      ))}
    </ul>
  );
}

function KnownTile({ tile, value }: { readonly tile: Tile; readonly value: string }): ReactNode {
  const past = pastWords(tile);
  const known = tile.points.flatMap((point) => point.value ?? []);
  return (
    <>
      <p className="tile-value">
        {tile.evidence.length === 0 ? value : <Figure evidence={tile.evidence}>{value}</Figure>}
      </p>
      <p className="tile-words">{tile.words}</p>
      {known.length > 2 && <TrendLine tile={tile} label={`${tile.title}, by quarter`} />}
      {past !== null && <p className="tile-past">{past}</p>}
    </>
  );
}
