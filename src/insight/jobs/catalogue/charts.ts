import type { Job } from "../job.ts";

export const charts: Job = {
  id: "charts",
  title: "Charts",
  definition: "Draws figures.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:npm/chart.js",
        "pkg:npm/react-chartjs-2",
        "pkg:npm/ng2-charts",
        "pkg:npm/vue-chartjs",
      ],
      reason: "Chart.js",
    },
    { packages: ["pkg:npm/d3", "pkg:npm/d3-*"], reason: "D3" },
    { packages: ["pkg:npm/highcharts", "pkg:npm/highcharts-react-official"], reason: "Highcharts" },
    {
      packages: ["pkg:npm/echarts", "pkg:npm/echarts-for-react", "pkg:npm/ngx-echarts"],
      reason: "ECharts",
    },
    {
      packages: ["pkg:npm/plotly.js", "pkg:npm/react-plotly.js", "pkg:npm/plotly.js-dist-min"],
      reason: "Plotly",
    },
    { packages: ["pkg:npm/recharts"], reason: "Recharts" },
    { packages: ["pkg:npm/victory"], reason: "Victory" },
    { packages: ["pkg:npm/%40nivo/core", "pkg:npm/%40nivo/*"], reason: "nivo" },
    { packages: ["pkg:npm/c3", "pkg:npm/billboard.js"], reason: "D3, simpler" },
    {
      packages: ["pkg:npm/chartkick", "pkg:npm/vue-chartkick", "pkg:npm/react-chartkick"],
      reason: "one interface, several libraries",
    },
    { packages: ["pkg:npm/apexcharts", "pkg:npm/react-apexcharts"], reason: "ApexCharts" },
    { packages: ["pkg:npm/vega", "pkg:npm/vega-lite", "pkg:npm/vega-embed"], reason: "Vega" },
    { packages: ["pkg:gem/chartkick"], reason: "one interface, several libraries" },
    { packages: ["pkg:gem/gruff"], reason: "images" },
    { packages: ["pkg:gem/lazy_high_charts"], reason: "Highcharts" },
    { packages: ["pkg:gem/apexcharts"], reason: "ApexCharts" },
    { packages: ["pkg:pypi/matplotlib", "pkg:pypi/seaborn"], reason: "Matplotlib" },
    { packages: ["pkg:pypi/plotly"], reason: "Plotly" },
    { packages: ["pkg:pypi/bokeh"], reason: "Bokeh" },
    { packages: ["pkg:pypi/altair", "pkg:pypi/vl-convert-python"], reason: "Vega" },
    { packages: ["pkg:pypi/pygal"], reason: "SVG" },
    { packages: ["pkg:pypi/pyecharts"], reason: "ECharts" },
    {
      packages: ["pkg:maven/org.jfree/jfreechart", "pkg:maven/jfree/jfreechart"],
      reason: "JFreeChart",
    },
    { packages: ["pkg:maven/org.knowm.xchart/xchart"], reason: "XChart" },
    {
      packages: [
        "pkg:golang/github.com/go-echarts/go-echarts",
        "pkg:golang/github.com/go-echarts/go-echarts/v2",
      ],
      reason: "ECharts",
    },
    { packages: ["pkg:golang/gonum.org/v1/plot"], reason: "Gonum" },
    {
      packages: [
        "pkg:golang/github.com/wcharczuk/go-chart",
        "pkg:golang/github.com/wcharczuk/go-chart/v2",
      ],
      reason: "images",
    },
  ],
  absent: {},
};
