import { LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type ECharts, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, type ReactNode } from "react";
import { useTheme } from "../theme.tsx";
import { readPalette, type Palette } from "./palette.ts";
import { useWidth } from "./use-width.ts";

register([
  LineChart,
  ScatterChart,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface EChartProps {
  readonly option: (palette: Palette, width: number) => EChartsCoreOption;
  readonly height: number;
  /** Value on the x axis that the keyboard points at. */
  readonly cursorAt: number | null;
  /** Called with the position of a mark in its series when it is clicked. */
  readonly onOpen?: ((index: number) => void) | undefined;
}

export function EChart({ option, height, cursorAt, onOpen }: EChartProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const opener = useRef(onOpen);
  useEffect(() => {
    opener.current = onOpen;
  }, [onOpen]);
  const { shown } = useTheme();
  const width = useWidth(element);

  useEffect(() => {
    if (element.current === null || width === 0) return undefined;
    const drawn = init(element.current, null, { renderer: "svg", width, height });
    drawn.setOption({ animation: false, useUTC: true, ...option(readPalette(), width) });
    drawn.on("click", ({ dataIndex }) => {
      if (dataIndex !== undefined) opener.current?.(dataIndex);
    });
    chart.current = drawn;
    return () => {
      drawn.dispose();
      chart.current = null;
    };
  }, [option, height, width, shown]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null) return;
    const x = cursorAt === null ? null : drawn.convertToPixel({ xAxisIndex: 0 }, cursorAt);
    if (typeof x === "number") drawn.dispatchAction({ type: "showTip", x, y: height / 2 });
    else drawn.dispatchAction({ type: "hideTip" });
  }, [cursorAt, height]);

  return <div ref={element} className="e-chart" style={{ height }} aria-hidden="true" />;
}
