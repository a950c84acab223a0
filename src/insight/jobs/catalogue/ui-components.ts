import type { Job } from "../job.ts";

export const uiComponents: Job = {
  id: "ui-components",
  title: "User interface components",
  definition: "Gives ready buttons, forms and tables.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/%40mui/material", "pkg:npm/%40material-ui/core", "pkg:npm/%40mui/*"],
      reason: "Material UI",
    },
    { packages: ["pkg:npm/antd"], reason: "Ant Design" },
    { packages: ["pkg:npm/%40chakra-ui/react", "pkg:npm/%40chakra-ui/*"], reason: "Chakra" },
    { packages: ["pkg:npm/%40mantine/core", "pkg:npm/%40mantine/*"], reason: "Mantine" },
    {
      packages: [
        "pkg:npm/react-bootstrap",
        "pkg:npm/reactstrap",
        "pkg:npm/ng-bootstrap",
        "pkg:npm/%40ng-bootstrap/ng-bootstrap",
        "pkg:npm/bootstrap-vue",
      ],
      reason: "Bootstrap as components",
    },
    { packages: ["pkg:npm/semantic-ui-react"], reason: "Semantic UI" },
    { packages: ["pkg:npm/primereact", "pkg:npm/primeng", "pkg:npm/primevue"], reason: "Prime" },
    { packages: ["pkg:npm/vuetify"], reason: "Material for Vue" },
    { packages: ["pkg:npm/element-plus", "pkg:npm/element-ui"], reason: "Element" },
    {
      packages: ["pkg:npm/%40headlessui/react", "pkg:npm/%40headlessui/vue"],
      reason: "behaviour without style",
    },
    { packages: ["pkg:npm/%40radix-ui/*", "pkg:npm/radix-ui"], reason: "behaviour without style" },
    {
      packages: [
        "pkg:npm/%40fluentui/react",
        "pkg:npm/%40fluentui/react-components",
        "pkg:npm/office-ui-fabric-react",
      ],
      reason: "Fluent",
    },
    {
      packages: [
        "pkg:npm/%40carbon/react",
        "pkg:npm/carbon-components",
        "pkg:npm/carbon-components-react",
      ],
      reason: "Carbon",
    },
    {
      packages: ["pkg:npm/%40angular/material", "pkg:npm/%40angular/cdk"],
      reason: "Material for Angular",
    },
    { packages: ["pkg:npm/%40blueprintjs/core"], reason: "Blueprint" },
    {
      packages: ["pkg:npm/%40shoelace-style/shoelace", "pkg:npm/%40material/web"],
      reason: "web components",
    },
    {
      packages: ["pkg:gem/view_component", "pkg:gem/view_component-contrib"],
      reason: "components on the server",
    },
    { packages: ["pkg:gem/phlex", "pkg:gem/phlex-rails"], reason: "components as Ruby" },
    { packages: ["pkg:gem/cells", "pkg:gem/cells-rails"], reason: "view models" },
    {
      packages: [
        "pkg:pypi/django-crispy-forms",
        "pkg:pypi/crispy-bootstrap5",
        "pkg:pypi/crispy-tailwind",
      ],
      reason: "forms",
    },
    { packages: ["pkg:pypi/django-components"], reason: "components on the server" },
    { packages: ["pkg:pypi/django-cotton"], reason: "components on the server" },
    {
      packages: [
        "pkg:maven/com.vaadin/vaadin-material-theme",
        "pkg:maven/com.vaadin/vaadin-lumo-theme",
      ],
      reason: "themes of Vaadin",
    },
    { packages: ["pkg:maven/org.webjars/bootstrap"], reason: "Bootstrap" },
    { packages: ["pkg:maven/org.webjars/jquery-ui"], reason: "jQuery UI" },
  ],
  absent: { golang: "pages take their components from other ecosystems" },
};
