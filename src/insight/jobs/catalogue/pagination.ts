import type { Job } from "../job.ts";

export const pagination: Job = {
  id: "pagination",
  title: "Pagination",
  definition: "Splits long lists into pages.",
  countsIn: "production",
  solutions: [
    {
      packages: [
        "pkg:gem/kaminari",
        "pkg:gem/kaminari-mongoid",
        "pkg:gem/bootstrap-kaminari-views",
        "pkg:gem/kaminari-activerecord",
      ],
      reason: "Kaminari",
    },
    {
      packages: [
        "pkg:gem/will_paginate",
        "pkg:gem/will_paginate_mongoid",
        "pkg:gem/bootstrap-will_paginate",
      ],
      reason: "will_paginate",
    },
    { packages: ["pkg:gem/pagy"], reason: "Pagy" },
    { packages: ["pkg:gem/api-pagination"], reason: "headers of APIs" },
    { packages: ["pkg:npm/react-paginate"], reason: "React" },
    { packages: ["pkg:npm/ngx-pagination"], reason: "Angular" },
    { packages: ["pkg:npm/vuejs-paginate"], reason: "Vue" },
    { packages: ["pkg:pypi/django-el-pagination"], reason: "Django" },
    { packages: ["pkg:pypi/flask-paginate"], reason: "Flask" },
    { packages: ["pkg:pypi/fastapi-pagination"], reason: "FastAPI" },
    {
      packages: ["pkg:pypi/django-infinite-scroll-pagination", "pkg:pypi/django-cursor-pagination"],
      reason: "by cursor",
    },
    { packages: ["pkg:golang/github.com/morkid/paginate"], reason: "GORM" },
    {
      packages: [
        "pkg:golang/github.com/vcraescu/go-paginator",
        "pkg:golang/github.com/pilagod/gorm-cursor-paginator/v2",
      ],
      reason: "GORM",
    },
  ],
  absent: { maven: "data access frameworks page themselves" },
};
