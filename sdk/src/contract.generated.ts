// Written by `npm run generate` from the schemas of the service.
export interface paths {
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations that have an assessment */
        get: operations["getOrganisations"];
        put?: never;
        /** Puts a report in, for the organisation that it is about */
        post: operations["postOrganisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an assessment of an organisation holds */
        get: operations["getOrganisationsByOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assessments of an organisation that are kept */
        get: operations["getOrganisationsByOrganisationAssessments"];
        put?: never;
        /** Puts a report in, as `fulcrum assess --json` writes it; it becomes the current assessment */
        post: operations["postOrganisationsByOrganisationAssessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sample organisation, which is invented */
        get: operations["getSample"];
        put?: never;
        /** Shows the sample organisation among the others */
        post: operations["postSample"];
        /** Removes the sample organisation, and nothing else */
        delete: operations["deleteSample"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A section of the report, whole */
        get: operations["getOrganisationsByOrganisationSectionsBySection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/sections/{section}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of a section, page by page */
        get: operations["getOrganisationsByOrganisationSectionsBySectionItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/sections/{section}/items/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record */
        get: operations["getOrganisationsByOrganisationSectionsBySectionItemsByKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/sections/{section}/items/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record, or one field of it, through the assessments that are kept */
        get: operations["getOrganisationsByOrganisationSectionsBySectionItemsByKeyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts by their ids */
        get: operations["getOrganisationsByOrganisationEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Things of the current assessment by their names; forgives errors of typing */
        get: operations["getOrganisationsByOrganisationSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities of the catalogue, as a list */
        get: operations["getApiCatalogEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entities/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities of the catalogue, page by page */
        get: operations["getApiCatalogEntitiesByQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entities/by-name/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity by its reference */
        get: operations["getApiCatalogEntitiesByNameByKindByNamespaceByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entities/by-uid/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity by its uid */
        get: operations["getApiCatalogEntitiesByUidByUid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entities/by-refs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Entities by their references, in the order in which they are asked for */
        post: operations["postApiCatalogEntitiesByRefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/entity-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each value stands at a path of the entities */
        get: operations["getApiCatalogEntityFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities of the catalogue, as a list */
        get: operations["getOrganisationsByOrganisationCatalogEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entities/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities of the catalogue, page by page */
        get: operations["getOrganisationsByOrganisationCatalogEntitiesByQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entities/by-name/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity by its reference */
        get: operations["getOrganisationsByOrganisationCatalogEntitiesByNameByKindByNamespaceByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entities/by-uid/{uid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity by its uid */
        get: operations["getOrganisationsByOrganisationCatalogEntitiesByUidByUid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entities/by-refs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Entities by their references, in the order in which they are asked for */
        post: operations["postOrganisationsByOrganisationCatalogEntitiesByRefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/catalog/entity-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each value stands at a path of the entities */
        get: operations["getOrganisationsByOrganisationCatalogEntityFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Messages of the Model Context Protocol about the current assessment: docs/mcp.md */
        post: operations["postMcpByOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/declared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people state of an organisation, also what counts no more */
        get: operations["getOrganisationsByOrganisationDeclared"];
        put?: never;
        /** States something: it takes the place of what stood about the same subject */
        post: operations["postOrganisationsByOrganisationDeclared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/declared/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record of what people state */
        get: operations["getOrganisationsByOrganisationDeclaredById"];
        put?: never;
        post?: never;
        /** Takes it back: the evidence says what it says again, and the record is kept */
        delete: operations["deleteOrganisationsByOrganisationDeclaredById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Folders and repositories that are watched for an organisation */
        get: operations["getOrganisationsByOrganisationRepositories"];
        put?: never;
        /** Watches a folder of clones or a repository; the next scan reads it */
        post: operations["postOrganisationsByOrganisationRepositories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/repositories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Watches it no more; assessments stay */
        delete: operations["deleteOrganisationsByOrganisationRepositoriesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Scans the organisation by itself: five fields of cron, in UTC */
        put: operations["putOrganisationsByOrganisationSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scans all that is watched: the job that waits already, or a new one */
        post: operations["postOrganisationsByOrganisationScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that wait, run or have ended */
        get: operations["getJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: operations["getJobsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a job once more that has failed for good */
        post: operations["postJobsByIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens to a job, as it happens, from Last-Event-ID on; ends when the job has */
        get: operations["getJobsByIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** GitHub tells of what happened, signed (X-Hub-Signature-256) */
        post: operations["postWebhooksGithub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/gitlab": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** GitLab tells of what happened, with its secret token (X-Gitlab-Token) */
        post: operations["postWebhooksGitlab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/pagerduty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PagerDuty tells of an incident, signed (X-PagerDuty-Signature) */
        post: operations["postWebhooksPagerduty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/opsgenie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opsgenie tells of an alert, with a token of the service */
        post: operations["postWebhooksOpsgenie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/alertmanager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Alertmanager tells of alerts, with a token of the service */
        post: operations["postWebhooksAlertmanager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deployments, incidents and stages of changes: CDEvents, CloudEvents, or as files of events hold them */
        post: operations["postOrganisationsByOrganisationIngestEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/sli": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts of good and total events by objective, as files of them hold them */
        post: operations["postOrganisationsByOrganisationIngestSli"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers to a survey: of its rows nothing is kept but team, day and answers */
        post: operations["postOrganisationsByOrganisationIngestSurveys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Outcomes of products */
        post: operations["postOrganisationsByOrganisationIngestOutcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that were refused, each with its reason, kept for thirty days */
        get: operations["getOrganisationsByOrganisationIngestRefused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/ingest/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads once more what was refused */
        post: operations["postOrganisationsByOrganisationIngestByIdAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the database can be reached and is up to date */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Prometheus gathers */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends a browser to the provider of identities */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends a browser back to: opens a session */
        get: operations["getSignInCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of whoever asks */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, as far as the service knows */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, the latest first */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session of somebody */
        delete: operations["deleteSessionsBySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has ever signed in */
        get: operations["getActors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actors/{actor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a person: what they did stays, under a pseudonym */
        delete: operations["deleteActorsByActor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which tokens there are, the latest first */
        get: operations["getTokens"];
        put?: never;
        /** Makes a token */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token: from now on it opens nothing */
        delete: operations["deleteTokensByToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every write and every denial, a line of JSON each, the earliest first */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        "Job-Event": {
            /** @description grows from event to event of a job: send it as Last-Event-ID */
            id: string;
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            kind: "asked" | "begun" | "progress" | "note" | "lost" | "given-back" | "failed-for-now" | "failed-for-good" | "completed";
            detail: {
                [key: string]: string | number;
            };
        };
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         */
        Instant: string;
        "Known-Organisations": {
            organisations: components["schemas"]["Known-Organisation"][];
        };
        "Known-Organisation": {
            /** @description safe in an address */
            slug: string;
            name: string;
            current: components["schemas"]["Kept-Assessment"];
        };
        "Kept-Assessment": {
            id: components["schemas"]["Assessment-Id"];
            generatedAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description the moment that it is about
             */
            asOf: string;
            savedAt: components["schemas"]["Instant"];
            /** @description answers come from it unless another one is named */
            isCurrent: boolean;
        };
        /** @description the number of an assessment */
        "Assessment-Id": string;
        "Problem-Details": {
            /** @description urn:fulcrum:problem: and the code */
            type: string;
            title: string;
            status: number;
            /** @description what happened, and to what */
            detail: string;
            /** @description one of the list in docs/api.md */
            code: string;
            /** @description what to do about it */
            next: string;
            /** @description stands in the log of the service, too */
            requestId: string;
        };
        "Organisation-Outline": {
            /** @description safe in an address */
            slug: string;
            name: string;
            assessment: components["schemas"]["Kept-Assessment"];
            head: components["schemas"]["Report-Head"];
            /** @description by name, in the order of the report */
            sections: {
                [key: string]: {
                    /** @description what n counts, in the singular */
                    noun: string;
                    window: {
                        from: components["schemas"]["Instant"] & (string | null);
                        to: components["schemas"]["Instant"];
                    };
                    /** @description number of observations the section rests on */
                    n: number;
                    /** @description share of the organisation that the evidence reaches */
                    coverage: number | null;
                    /** @description its keys at the root of the report */
                    keys: string[];
                };
            };
            /** @description records of each list, by its key */
            counts: {
                [key: string]: components["schemas"]["Count"];
            };
        };
        "Report-Head": {
            /** @enum {number} */
            schemaVersion: 2;
            generatedAt: components["schemas"]["Instant"];
            asOf: components["schemas"]["Instant"];
            tool: {
                /** @enum {string} */
                name: "fulcrum";
                version: string;
            };
            /** @description the assessment that this one is compared with */
            previous: {
                generatedAt: components["schemas"]["Instant"];
                /**
                 * Format: date-time
                 * @description the last second that counted in it
                 */
                asOf: string;
            } | null;
            /** @description the rest through `fulcrum explain` */
            evidenceOmittedCount: number;
        };
        Count: number;
        "Kept-Assessments": {
            assessments: components["schemas"]["Kept-Assessment"][];
            /** @description null: that was all */
            next: string | null;
        };
        /** @description of an answer before: give it back as it came */
        Cursor: string;
        "Imported-Report": {
            /** @description safe in an address */
            organisation: string;
            assessment: components["schemas"]["Assessment-Id"];
            /** @description it was the current one already: nothing was written */
            isUnchanged: boolean;
        };
        /** @description docs/report.schema.json */
        "Written-Report": {
            [key: string]: unknown;
        };
        "Sample-Offer": {
            /** @description safe in an address */
            slug: string;
            name: string;
            /** @description it was built, and can be shown */
            isReady: boolean;
            /** @description it stands among the organisations */
            isShown: boolean;
        };
        "Whole-Section": components["schemas"]["Section-organisation"] | components["schemas"]["Section-repositories"] | components["schemas"]["Section-teams"] | components["schemas"]["Section-components"] | components["schemas"]["Section-capabilities"] | components["schemas"]["Section-jobs"] | components["schemas"]["Section-adoption"] | components["schemas"]["Section-consumptions"] | components["schemas"]["Section-duplication"] | components["schemas"]["Section-delivery"] | components["schemas"]["Section-reliability"] | components["schemas"]["Section-documentation"] | components["schemas"]["Section-stability"] | components["schemas"]["Section-ownership"] | components["schemas"]["Section-sharedRisks"] | components["schemas"]["Section-maintainability"] | components["schemas"]["Section-cognitiveLoad"] | components["schemas"]["Section-layers"] | components["schemas"]["Section-interview"] | components["schemas"]["Section-experience"] | components["schemas"]["Section-outcomes"] | components["schemas"]["Section-usability"] | components["schemas"]["Section-partners"] | components["schemas"]["Section-roles"] | components["schemas"]["Section-decisions"] | components["schemas"]["Section-goals"] | components["schemas"]["Section-staffing"] | components["schemas"]["Section-maturity"] | components["schemas"]["Section-lenses"] | components["schemas"]["Section-value"] | components["schemas"]["Section-signals"] | components["schemas"]["Section-sourcing"] | components["schemas"]["Section-problems"] | components["schemas"]["Section-blindSpots"] | components["schemas"]["Section-evidence"] | components["schemas"]["Section-changes"];
        "Section-organisation": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "organisation";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                organisation: components["schemas"]["Organisation"];
            };
        };
        Section: {
            /** @description what n counts, in the singular */
            noun: string;
            window: {
                from: components["schemas"]["Instant"] & (string | null);
                to: components["schemas"]["Instant"];
            };
            /** @description number of observations the section rests on */
            n: number;
            /** @description share of the organisation that the evidence reaches */
            coverage: number | null;
            unknown: components["schemas"]["Unknown"][];
        };
        Unknown: {
            /** @description a key at the root of the report */
            section: string;
            /** @description entries of the section, by their keys; empty: the section itself */
            keys: string[];
            /** @description unknown in each of them, as in a reference; empty: all of it */
            fields: string[];
            code: string;
            reason: string;
            /** @description the one addition that would make it known */
            needs: string;
        };
        Organisation: {
            name: string;
            repositoryCount: components["schemas"]["Count"];
            /** @description those that are there; archived ones are counted apart */
            componentCount: number;
            /** @description given up, or gone from the tree */
            archivedComponentCount: number;
            /** @description teams that own something; persons are none */
            teamCount: number;
            /**
             * @description of most components, of some (there are at least so many teams), of none
             * @enum {string}
             */
            ownersKnown: "mostly" | "partly" | "not";
            /** @description reachable from default branches; those of repositories where one person alone works in tens, together */
            commitCount: number;
            /** @description first parent only */
            mainlineCommitCount: number;
            from: components["schemas"]["Instant"] & (string | null);
            to: components["schemas"]["Instant"] & (string | null);
            /**
             * Format: date-time
             * @description last second of the day asked for; `asOf` where data reaches it
             */
            askedForAt: string;
            /** @description repositories whose clone is older: `repositories[].seenUntilAt` */
            olderClonesCount: number;
        };
        "Section-repositories": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "repositories";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                repositories: components["schemas"]["Repository"][];
            };
        };
        Repository: {
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
            defaultBranch: string | null;
            head: string | null;
            shallow: boolean;
            /** @description in tens where one person alone works there */
            commitCount: number;
            /**
             * Format: date-time
             * @description its month where one person alone works there
             */
            lastCommit: string | null;
            /**
             * Format: date-time
             * @description where the clone is older than the others: nothing later was seen; null: it is not
             */
            seenUntilAt: string | null;
            /** @description share of commits made by bots */
            botShare: number | null;
            unreadable: string[];
            evidenceIds: string[];
        };
        /** @description safe in an address */
        Slug: string;
        "Section-teams": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "teams";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                teams: components["schemas"]["Team"][];
            };
        };
        Team: {
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
            /** @enum {string} */
            source: "correction" | "catalog-info" | "codeowners" | "catalogue" | "labels" | "inferred" | "unknown";
            /** @enum {string} */
            kind: "team" | "individual-owned";
            componentIds: string[];
            evidenceIds: string[];
        };
        "Section-components": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "components";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                components: components["schemas"]["Component"][];
            };
        };
        Component: {
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
            repositoryId: string;
            /** @description POSIX, from the root of the repository; . for the root */
            path: string;
            description: string | null;
            languages: string[];
            ownerIds: string[];
            /** @enum {string} */
            ownerSource: "correction" | "catalog-info" | "codeowners" | "catalogue" | "labels" | "inferred" | "unknown";
            /** @enum {string} */
            lifecycle: "experimental" | "production" | "deprecated" | "archived" | "dormant" | "unknown";
            live: boolean | null;
            born: components["schemas"]["Instant"] & (string | null);
            /**
             * Format: date-time
             * @description its month where one person alone works there
             */
            lastHumanCommit: string | null;
            /** @enum {string} */
            class: "product" | "platform" | "supporting" | "unknown";
            /** @enum {string} */
            classSource: "computed" | "correction";
            probabilities: {
                product: components["schemas"]["Fraction"];
                platform: components["schemas"]["Fraction"];
                supporting: components["schemas"]["Fraction"];
            };
            reasonsFor: components["schemas"]["Reason"][];
            reasonsAgainst: components["schemas"]["Reason"][];
            /**
             * @description whom its pages or answers are for; null: it has none, or nothing says whose
             * @enum {string|null}
             */
            audience: "staff" | "public" | "machine" | null;
            customers: ("end-customer" | "internal-developer" | "feature-team" | "partner" | "external-integrator")[];
            scopeBoundedness: components["schemas"]["Fraction"] & (number | null);
            /** @enum {string|null} */
            declaredClass: "product" | "platform" | "supporting" | "unknown" | null;
            contradictions: string[];
            correction: {
                overrode: string;
                since: components["schemas"]["Instant"];
                reason: string | null;
            } | null;
            evidenceIds: string[];
        };
        /** @description 0 to 1 */
        Fraction: number;
        Reason: {
            text: string;
            /** @description log-odds */
            weight: number;
            evidenceIds: string[];
        };
        "Section-capabilities": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "capabilities";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                capabilities: components["schemas"]["Capability"][];
            };
        };
        Capability: {
            id: string;
            slug: components["schemas"]["Slug"];
            name: string;
            /** @enum {string} */
            kind: "library" | "client-library" | "ui-components" | "api" | "service" | "command-line-tool" | "image" | "chart" | "infrastructure-module" | "action" | "workflow" | "pipeline-library" | "plugin" | "tool-configuration" | "template" | "contract" | "files" | "tooling";
            providerComponentId: string | null;
            ownerIds: string[];
            /** @description purl, without version */
            packages: string[];
            formerNames: string[];
            description: string | null;
            /** @description README first, at most 12; `documentation[].documentsCount` says how many there are */
            documentation: {
                path: string;
                title: string | null;
            }[];
            firstRelease: components["schemas"]["Instant"] & (string | null);
            latestVersion: string | null;
            versionsCount: components["schemas"]["Count"] & (number | null);
            /** @description majors and the newest, at most 40 of `versionsCount` */
            releases: {
                version: string;
                at: components["schemas"]["Instant"];
            }[];
            /** @enum {string} */
            lifecycle: "experimental" | "production" | "deprecated" | "archived" | "dormant" | "unknown";
            evidenceIds: string[];
        };
        "Section-jobs": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "jobs";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                jobs: components["schemas"]["Job"][];
                /** @description substitutes inferred from the data, strongest first */
                jobProposals: components["schemas"]["JobProposal"][];
            };
        };
        Job: {
            id: string;
            slug: components["schemas"]["Slug"];
            job: string;
            title: string;
            definition: string;
            /** @enum {string} */
            source: "catalogue" | "configuration";
            /** @description type of the purls: gem, npm …; service where nothing is installed */
            ecosystem: string;
            /** @description largest share first */
            solutions: components["schemas"]["JobSolution"][];
            /** @description known teams */
            ownersCount: number;
            /** @description whom the shares count, each once */
            keepersNow: {
                count: components["schemas"]["Count"];
                /** @enum {string} */
                unit: "team" | "repository";
            };
            /** @description exp(Shannon entropy) of the shares */
            effectiveNumber: number | null;
            isFragmented: boolean | null;
            /** @description quarter-ends and as-of */
            trend: {
                date: components["schemas"]["Instant"];
                effectiveNumber: number | null;
                /** @description known teams */
                ownersCount: number;
                keepersCount: components["schemas"]["Count"];
                shares: {
                    package: string;
                    share: components["schemas"]["Fraction"];
                }[];
            }[];
            /** @description capabilities that do the job, used or not */
            platformAnswerIds: string[];
        };
        JobSolution: {
            /** @description purl that names the solution; id of the capability where it has none */
            package: string;
            /** @description its packages in use */
            packages: string[];
            /** @description null: it is not the organisation's own */
            capabilityId: string | null;
            /** @description why it does the job; null: as configured */
            reason: string | null;
            /** @description of the keepers, each counting once; null: no known team */
            share: number | null;
            componentIds: string[];
            ownerIds: string[];
            evidenceIds: string[];
        };
        JobProposal: {
            ecosystem: string;
            /** @description kind of component in which they were compared; empty: not known */
            kind: string;
            packages: [
                string,
                string
            ];
            /** @description null: in no job */
            jobs: [
                string | null,
                string | null
            ];
            componentCounts: [
                components["schemas"]["Count"],
                components["schemas"]["Count"]
            ];
            togetherCount: components["schemas"]["Count"];
            expectedTogether: number;
            /** @description cosine of the packages used beside each */
            companyShare: number;
            /** @description Fisher's exact test, adjusted after Benjamini and Hochberg */
            pValue: number;
            /** @enum {string} */
            how: "inferred";
        };
        "Section-adoption": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "adoption";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                adoption: components["schemas"]["Adoption"][];
            };
        };
        Adoption: {
            capabilityId: string;
            adoptersNow: components["schemas"]["Count"];
            adoptersEver: components["schemas"]["Count"];
            ownersNow: components["schemas"]["Count"];
            ownersEver: components["schemas"]["Count"];
            /** @description teams of the adopters of now, or their repositories where most owners are unknown */
            keepersNow: {
                count: components["schemas"]["Count"];
                /** @enum {string} */
                unit: "team" | "repository";
            };
            /** @description components that call it now only so that its tests run against them: no adopters */
            reverseTestersCount: number;
            /** @description of the adopters now: in clones older than the others, so told as of when they were last seen */
            olderClonesCount: number;
            eligibleCount: components["schemas"]["Count"] & (number | null);
            /** @description the artefact that makes a component eligible */
            eligibleType: string | null;
            /**
             * @description whom most components are made for that use it; null: of too few of them it is known
             * @enum {string|null}
             */
            audience: "staff" | "public" | "machine" | null;
            /** @description purls of frameworks that all adopters share beyond chance: only who has them is eligible */
            eligibleTraits: string[];
            /** @description null also where adopters are none of those that seem to be eligible */
            rate: number | null;
            /** @description adopters that are eligible */
            rateNumerator: number | null;
            curve: {
                date: components["schemas"]["Instant"];
                components: components["schemas"]["Count"];
                owners: components["schemas"]["Count"];
                eligible: components["schemas"]["Count"] & (number | null);
                joined: components["schemas"]["Count"];
                left: components["schemas"]["Count"];
            }[];
            /** @description components that used it and do not now: count = adoptersEver − adoptersNow, and the parts add up to it; only livedOn is a loss */
            left: {
                count: components["schemas"]["Count"];
                livedOn: components["schemas"]["Count"];
                ended: components["schemas"]["Count"];
                moved: components["schemas"]["Count"];
                retired: components["schemas"]["Count"];
            } | null;
            /** @description of what its provider retires: how many of its users have left */
            retirement: {
                /** @enum {string} */
                state: "completed" | "under-way";
                left: components["schemas"]["Count"];
                of: components["schemas"]["Count"];
                successorIds: string[];
            } | null;
            retention: components["schemas"]["Retention"];
            timeToAdoptDays: {
                p50: number;
                p85: number;
                n: components["schemas"]["Count"];
            } | null;
            cohorts: {
                /** @description 2024-Q1 */
                quarter: string;
                size: components["schemas"]["Count"];
                stillUsing: components["schemas"]["Count"];
                stayedByYear: (components["schemas"]["Fraction"] & (number | null))[];
            }[];
            currency: components["schemas"]["Currency"];
            waves: {
                /** @enum {string} */
                kind: "synchronised" | "mandated";
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                windowDays: components["schemas"]["Count"];
                adopters: components["schemas"]["Count"];
                owners: components["schemas"]["Count"];
                share: components["schemas"]["Fraction"];
                pValue: components["schemas"]["Fraction"] & (number | null);
                reason: string;
                evidenceIds: string[];
            }[];
            /** @description null where suppressed or unknown, as is each count in it: aggregates only */
            pull: {
                consumer: components["schemas"]["Count"] & (number | null);
                provider: components["schemas"]["Count"] & (number | null);
                bot: components["schemas"]["Count"];
                /** @description born with it: there within a day of the component's first commit, whatever brought it */
                template: number;
                unclear: components["schemas"]["Count"] & (number | null);
            } | null;
            choice: {
                chosen: components["schemas"]["Count"];
                captive: components["schemas"]["Count"];
                unknown: components["schemas"]["Count"];
            };
            defections: {
                /** @enum {string} */
                kind: "wrapper" | "vendored-copy" | "clone" | "substitute";
                componentId: string;
                text: string;
                since: components["schemas"]["Instant"] & (string | null);
                evidenceIds: string[];
            }[];
            forecast: components["schemas"]["Forecast"];
            reuse: {
                value: components["schemas"]["Fraction"];
                adoptingOwners: components["schemas"]["Count"];
                eligibleOwners: components["schemas"]["Count"];
            } | null;
            scale: {
                source: string;
                unit: string;
                min: number;
                p50: number;
                max: number;
                n: components["schemas"]["Count"];
            } | null;
            /** @description Simpson concentration of versions in use */
            consistency: {
                simpson: components["schemas"]["Fraction"];
                n: components["schemas"]["Count"];
            } | null;
            richness: {
                exportedCount: components["schemas"]["Count"];
                /** @enum {string} */
                unit: "names" | "endpoints";
                usedShare: components["schemas"]["Fraction"] & (number | null);
                releases: {
                    version: string;
                    at: components["schemas"]["Instant"];
                    exportedCount: components["schemas"]["Count"];
                }[];
            } | null;
            price: {
                majorsCount: components["schemas"]["Count"] & (number | null);
                upgradesImposed: components["schemas"]["Count"] & (number | null);
                hoursWaited: number | null;
                incidentsCaused: components["schemas"]["Count"] & (number | null);
            };
            evidenceIds: string[];
        };
        Retention: {
            n: components["schemas"]["Count"];
            events: components["schemas"]["Count"];
            /** @description Kaplan-Meier, log-log bands */
            curve: {
                days: number;
                survival: components["schemas"]["Fraction"];
                low: components["schemas"]["Fraction"];
                high: components["schemas"]["Fraction"];
                atRisk: components["schemas"]["Count"];
            }[];
            /** @description bootstrap over owners */
            clusteredBand: {
                days: number;
                low: components["schemas"]["Fraction"];
                high: components["schemas"]["Fraction"];
            }[] | null;
            medianDays: number | null;
            /** @description Aalen-Johansen cumulative incidence */
            competing: {
                days: number;
                left: components["schemas"]["Fraction"];
                archived: components["schemas"]["Fraction"];
            }[];
            leaversTo: {
                /** @enum {string} */
                reason: "substitute" | "nothing" | "archived" | "provider-renamed" | "moved" | "taken-in" | "retired" | "carried" | "returned";
                to: string | null;
                count: components["schemas"]["Count"];
                consumptionIds: string[];
            }[];
        } | null;
        Currency: {
            newestMajor: string | null;
            onNewestMajor: {
                /** @description the newest that is asked for, or newer: `newestMajor` may be in its days of grace */
                major: string;
                share: components["schemas"]["Fraction"];
                numerator: components["schemas"]["Count"];
                denominator: components["schemas"]["Count"];
            } | null;
            versionsBehind: {
                p50: number;
                max: number;
                n: components["schemas"]["Count"];
            } | null;
            libyears: {
                p50: number;
                total: number;
                n: components["schemas"]["Count"];
            } | null;
            versionsInUse: {
                version: string;
                count: components["schemas"]["Count"];
                componentIds: string[];
            }[];
        };
        Forecast: {
            /** @enum {string} */
            model: "bass" | "logistic";
            ceiling: number;
            parameters: {
                [key: string]: number;
            };
            heldOutError: {
                model: number;
                straightLine: number;
                periods: components["schemas"]["Count"];
            };
            points: {
                date: components["schemas"]["Instant"];
                likely: number;
                low: number;
                high: number;
            }[];
        } | null;
        "Section-consumptions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "consumptions";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                consumptions: components["schemas"]["Consumption"][];
            };
        };
        Consumption: {
            id: string;
            consumerComponentId: string;
            capabilityId: string;
            /** @enum {string} */
            via: "declared" | "service";
            /** @enum {string} */
            scope: "runtime" | "development" | "test" | "build" | "reverse-test";
            from: components["schemas"]["Instant"];
            /** @description already in use when history begins, or start not seen */
            fromCensored: boolean;
            /**
             * Format: date-time
             * @description null: in use at asOf
             */
            to: string | null;
            /**
             * @description archived: ended with its component; carried: goes on in another component; returned: began again later; taken-in: keeps a copy of its own; retired: left what its provider retires
             * @enum {string|null}
             */
            endReason: "substitute" | "nothing" | "archived" | "provider-renamed" | "moved" | "taken-in" | "retired" | "carried" | "returned" | null;
            /** @description component of the same repository or name in which the use goes on */
            continuesIn: string | null;
            constraint: string | null;
            versions: {
                version: string;
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"] & (string | null);
            }[];
            /** @enum {string} */
            confidence: "observed" | "high" | "medium" | "low";
            evidenceIds: string[];
        };
        "Section-duplication": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "duplication";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description null: not asked for */
                duplication: {
                    summary: {
                        /** @description lines with code that were compared */
                        linesCount: number;
                        /** @description compared: what was left out whole is not counted */
                        filesCount: number;
                        crossOwnerLines: components["schemas"]["Count"];
                        /** @description classes between owners; the list is capped */
                        classesCount: number;
                        withinOwnersCount: components["schemas"]["Count"];
                        byKind: {
                            /** @enum {string} */
                            kind: "code" | "template" | "fork" | "identical-file";
                            classesCount: components["schemas"]["Count"];
                            crossOwnerLines: components["schemas"]["Count"];
                        }[];
                        leftOut: {
                            reason: string;
                            files: components["schemas"]["Count"];
                            lines: components["schemas"]["Count"];
                        }[];
                    };
                    classes: components["schemas"]["CloneClass"][];
                    /** @description ends of up to seven quarters and as-of; null: not asked for */
                    trend: {
                        date: components["schemas"]["Instant"];
                        crossOwnerLines: components["schemas"]["Count"];
                        linesCount: components["schemas"]["Count"];
                        classesCount: components["schemas"]["Count"];
                    }[] | null;
                    matrix: {
                        teamA: string;
                        teamB: string;
                        lines: components["schemas"]["Count"];
                        classesCount: components["schemas"]["Count"];
                    }[];
                } | null;
            };
        };
        CloneClass: {
            id: string;
            /** @enum {string} */
            kind: "code" | "template" | "fork" | "identical-file";
            /** @description after Roy and Cordy */
            type: 1 | 2 | 3;
            medianLines: components["schemas"]["Count"];
            tokens: components["schemas"]["Count"];
            /** @description lowest of any copy to the representative, which comes first */
            similarity: number;
            ownerIds: string[];
            copies: {
                repositoryId: string;
                componentId: string | null;
                path: string;
                commit: string | null;
                /** @description 1-based, inclusive */
                start: number;
                end: number;
                /**
                 * Format: date-time
                 * @description first change of the file; null: not seen
                 */
                born: string | null;
                /** @description the lines, for the highest-ranked classes only */
                text: string | null;
            }[];
            /** @description all copies; the list is capped */
            copiesCount: number;
            crossOwnerLines: components["schemas"]["Count"];
            /** @description changes of the representative's file within 14 days of one of another copy's */
            coChangesCount: number;
            /** @description how many files that change as often, but independently, would show */
            coChangesByChance: number;
            rank: number;
            /** @description capabilities of components that hold a copy */
            offeredByIds: string[];
        };
        "Section-delivery": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "delivery";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                delivery: components["schemas"]["Delivery"][];
                /** @description organisation, products, teams by name: never ranked */
                deliveryRollUps: components["schemas"]["DeliveryRollUp"][];
            };
        };
        Delivery: {
            id: string;
            slug: components["schemas"]["Slug"];
            /** @description null: no component of that name was read */
            componentId: string | null;
            /** @description as deployed */
            application: string;
            environment: string;
            isProduction: boolean;
            /**
             * @description best evidence first; release and merge are proxies
             * @enum {string}
             */
            level: "event" | "gitops" | "release" | "merge";
            window: {
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
            };
            first: components["schemas"]["Instant"] & (string | null);
            last: components["schemas"]["Instant"] & (string | null);
            /** @description all of history */
            deploymentsTotal: number;
            /** @description in the window */
            deploymentsCount: number;
            /** @description younger than 24 h: may still turn out to have failed */
            pendingCount: number;
            /** @description an earlier version again, in the window */
            rollbacksCount: number;
            /** @description deployments of the window that take back what an earlier one brought */
            revertsCount: number | null;
            /** @description deployments of the window that bring a hotfix */
            hotfixesCount: number | null;
            perWeek: number | null;
            /** @description share of weeks with a deployment */
            activeWeeks: number | null;
            leadTimeSeconds: {
                /** @description from author date, commits of people */
                author: {
                    p50: number;
                    p85: number;
                    /** @description commits */
                    n: number;
                    /** @description 95 % bootstrap interval of the median, by deployment */
                    low: number | null;
                    high: number | null;
                } | null;
                /** @description from committer date, commits of people */
                committer: {
                    p50: number;
                    p85: number;
                    /** @description commits */
                    n: number;
                    /** @description 95 % bootstrap interval of the median, by deployment */
                    low: number | null;
                    high: number | null;
                } | null;
                /** @description from committer date, merge commits left out */
                withoutMerges: {
                    p50: number;
                    p85: number;
                    /** @description commits */
                    n: number;
                    /** @description 95 % bootstrap interval of the median, by deployment */
                    low: number | null;
                    high: number | null;
                } | null;
                /** @description from committer date, commits of programs */
                bots: {
                    p50: number;
                    p85: number;
                    /** @description commits */
                    n: number;
                    /** @description 95 % bootstrap interval of the median, by deployment */
                    low: number | null;
                    high: number | null;
                } | null;
                /** @description from the deployed commit itself: the last stage */
                deployedCommit: {
                    p50: number;
                    p85: number;
                    /** @description commits */
                    n: number;
                    /** @description 95 % bootstrap interval of the median, by deployment */
                    low: number | null;
                    high: number | null;
                } | null;
                /** @description commits dated after their deployment: left out */
                skewedCount: number;
                /** @description commits squashed at their merge: timed from there only */
                squashedCount: number;
            } | null;
            /** @description parts of lead time that are known; their medians do not add up to the whole */
            stages: {
                /** @enum {string} */
                stage: "commit-to-merge" | "open-to-merge" | "merge-to-build" | "build-to-deploy" | "merge-to-deploy";
                p50: number;
                p85: number;
                /** @description commits; of open-to-merge changes, of build-to-deploy deployments */
                n: number;
            }[];
            changeFailRate: {
                value: components["schemas"]["Fraction"];
                /** @description Wilson, 95 % */
                low: number;
                high: components["schemas"]["Fraction"];
                numerator: components["schemas"]["Count"];
                denominator: components["schemas"]["Count"];
                byGrade: {
                    /** @enum {string} */
                    grade: "explicit" | "remediated" | "time-only";
                    numerator: components["schemas"]["Count"];
                    denominator: components["schemas"]["Count"];
                    /** @description time-only: links that chance alone would make */
                    byChance: number | null;
                }[];
                /** @description the rate by other ways of linking incidents */
                sensitivity: {
                    withinSeconds: number;
                    explicitOnly: components["schemas"]["Fraction"];
                    /** @description explicit and remediated: the headline's way */
                    linked: number;
                    /** @description and time-only links beyond chance */
                    withExcess: number;
                    withTimeOnly: components["schemas"]["Fraction"];
                }[];
                /** @description incidents of the window that belong to no deployment */
                unlinkedCount: number;
            } | null;
            recoverySeconds: {
                p50: number | null;
                n: components["schemas"]["Count"];
                unresolvedCount: components["schemas"]["Count"];
            } | null;
            reworkRate: {
                value: components["schemas"]["Fraction"];
                /** @description Wilson, 95 % */
                low: number;
                high: components["schemas"]["Fraction"];
                numerator: components["schemas"]["Count"];
                denominator: components["schemas"]["Count"];
            } | null;
            predictability: {
                /** @description lead time; at least 30 commits */
                p85ToP50: number | null;
                throughput: components["schemas"]["XmrChart"];
            } | null;
            benchmark: {
                edition: number;
                /** @enum {string} */
                metric: "deployment-frequency" | "lead-time" | "change-fail-rate" | "recovery-time";
                /**
                 * @description null: beyond the lowest cluster
                 * @enum {string|null}
                 */
                band: "elite" | "high" | "medium" | "low" | null;
            }[];
            /** @description level release: families of tags side by side, the newest first */
            tagFamilies: {
                pattern: string;
                tagsCount: components["schemas"]["Count"];
                first: components["schemas"]["Instant"];
                last: components["schemas"]["Instant"];
                /** @description its tags count as releases */
                isChosen: boolean;
            }[];
            /** @description where the points are recorded, unless a point says otherwise */
            recordedIn: {
                repositoryId: string | null;
                path: string | null;
            };
            /** @description production, releases and merges: the newest in the window */
            points: {
                at: components["schemas"]["Instant"];
                version: string;
                /** @enum {string} */
                outcome: "unknown" | "pending" | "ok" | "failed" | "rollback";
                /** @description median over its new commits */
                leadTimeSeconds: number | null;
                commitsCount: components["schemas"]["Count"] & (number | null);
                commit: string | null;
                /**
                 * @description how it puts something right
                 * @enum {string}
                 */
                remedy?: "rollback" | "revert" | "hotfix";
                path?: string;
                line?: number;
            }[];
            evidenceIds: string[];
        };
        /** @description weekly deployments; Western Electric rules 1 and 4 */
        XmrChart: {
            centre: number;
            low: number;
            high: number;
            baselineCount: components["schemas"]["Count"];
            points: {
                at: components["schemas"]["Instant"];
                value: number;
                rules: (1 | 4)[];
            }[];
        } | null;
        DeliveryRollUp: {
            /** @enum {string} */
            scope: "organisation" | "product" | "team";
            /** @description team, product:SYSTEM, component, or organisation */
            id: string;
            name: string;
            /**
             * @description event or gitops: levels are never mixed
             * @enum {string}
             */
            level: "event" | "gitops" | "release" | "merge";
            window: {
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
            };
            componentsCount: components["schemas"]["Count"];
            /** @description of those that were read: deployed in the window */
            componentIds: string[];
            deploymentsCount: components["schemas"]["Count"];
            /** @description all components together */
            perWeek: number | null;
            /** @description median over components */
            componentPerWeek: number | null;
            /** @description all commits together, by committer date */
            leadTimeSeconds: {
                p50: number;
                p85: number;
                /** @description commits */
                n: number;
                /** @description 95 % bootstrap interval of the median, by deployment */
                low: number | null;
                high: number | null;
            } | null;
            /** @description median over components of their medians */
            componentLeadTimeSeconds: {
                p50: number;
                n: components["schemas"]["Count"];
            } | null;
            changeFailRate: {
                value: components["schemas"]["Fraction"];
                /** @description Wilson, 95 % */
                low: number;
                high: components["schemas"]["Fraction"];
                numerator: components["schemas"]["Count"];
                denominator: components["schemas"]["Count"];
                componentsCount: components["schemas"]["Count"];
            } | null;
            recoverySeconds: {
                p50: number | null;
                n: components["schemas"]["Count"];
                unresolvedCount: components["schemas"]["Count"];
            } | null;
            reworkRate: {
                value: components["schemas"]["Fraction"];
                /** @description Wilson, 95 % */
                low: number;
                high: components["schemas"]["Fraction"];
                numerator: components["schemas"]["Count"];
                denominator: components["schemas"]["Count"];
            } | null;
            /** @description oldest first, the last may not be over: to compare it with itself */
            quarters: {
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                deploymentsCount: components["schemas"]["Count"];
                leadTimeSeconds: number | null;
                commitsCount: components["schemas"]["Count"];
            }[];
        };
        "Section-reliability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "reliability";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description worst first */
                reliability: components["schemas"]["Reliability"][];
                reliabilityRollUps: components["schemas"]["ReliabilityRollUp"][];
            };
        };
        Reliability: {
            sloId: string;
            slug: components["schemas"]["Slug"];
            name: string;
            description: string | null;
            service: string | null;
            componentId: string | null;
            /** @enum {string} */
            format: "openslo" | "sloth" | "pyrra";
            /** @description the target */
            objective: number;
            /** @enum {string} */
            method: "occurrences" | "timeslices" | "ratio-timeslices";
            window: {
                /** @description 30d, 1M */
                duration: string;
                /** @description null: rolling */
                timeZone: string | null;
                /** @description the format names none: its tool's default */
                isAssumed: boolean;
                from: components["schemas"]["Instant"];
                /**
                 * Format: date-time
                 * @description what can have been observed so far
                 */
                to: string;
                end: components["schemas"]["Instant"];
            } | null;
            /** @enum {string} */
            state: "ok" | "burning" | "spent" | "unjudgeable";
            /** @description 1 untouched, 0 spent, below 0 overspent */
            budgetLeft: number | null;
            budget: {
                allowed: number;
                spent: number;
            } | null;
            /** @enum {string} */
            unit: "events" | "slices";
            good: number;
            n: number;
            /** @description share of the window so far that data cover */
            coverage: number;
            burnRates: {
                /** @description 1h, 6h, 3d */
                window: string;
                windowSeconds: components["schemas"]["Count"];
                /** @description 1 spends the budget exactly by the end of the period */
                rate: number | null;
                n: number;
                /** @description why there is no rate */
                reason: string | null;
            }[];
            alerts: {
                /** @enum {string} */
                severity: "page" | "ticket";
                longWindow: string;
                shortWindow: string;
                /** @description burn rate above which it fires, over both windows */
                factor: number;
                /** @enum {string} */
                state: "firing" | "quiet" | "unknown";
                reason: string | null;
            }[];
            droppedWindows: {
                /** @enum {string} */
                severity: "page" | "ticket";
                longWindow: string;
                shortWindow: string;
                /** @description burn rate above which it fires, over both windows */
                factor: number;
                reason: string;
            }[];
            /** @description at the present pace; null: not burning, or spent */
            spentInSeconds: number | null;
            burnDown: {
                at: components["schemas"]["Instant"];
                budgetLeft: number;
                good: number;
                total: number;
                evidenceIds: string[];
            }[];
            evidenceIds: string[];
        };
        ReliabilityRollUp: {
            /** @description component, capability or team */
            subjectId: string;
            /** @enum {string} */
            state: "ok" | "burning" | "spent" | "unjudgeable";
            /** @description of the worst */
            budgetLeft: number | null;
            worstSloId: string;
            /** @description worst first */
            sloIds: string[];
        };
        "Section-documentation": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "documentation";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description one for each capability, in their order */
                documentation: components["schemas"]["Documentation"][];
            };
        };
        Documentation: {
            capabilityId: string;
            /** @description weighted mean of the parts that are known; uncalibrated */
            score: number | null;
            /** @description parts that were judged */
            n: number;
            parts: {
                /** @enum {string} */
                part: "purpose" | "install" | "usage" | "examples" | "reference" | "configuration" | "support" | "changelog" | "freshness" | "links";
                weight: components["schemas"]["Fraction"];
                /** @description 0 absent, 1 whole; null: cannot be judged, left out */
                score: number | null;
                /** @description what was seen */
                text: string;
                evidenceIds: string[];
            }[];
            documentsCount: components["schemas"]["Count"] & (number | null);
            /** @description relative links that could be followed */
            linksCount: number | null;
            deadLinks: {
                path: string;
                line: number;
                target: string;
            }[];
            lastDocumentChangeAt: components["schemas"]["Instant"] & (string | null);
            lastCodeChangeAt: components["schemas"]["Instant"] & (string | null);
        };
        "Section-stability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "stability";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description one for each capability, in their order */
                stability: components["schemas"]["Stability"][];
            };
        };
        Stability: {
            capabilityId: string;
            /** @description stable releases up to as-of */
            releasesCount: number | null;
            majorsPerYear: {
                value: number;
                majorsCount: components["schemas"]["Count"];
                years: number;
            } | null;
            daysBetweenMajors: {
                p50: number;
                n: components["schemas"]["Count"];
            } | null;
            majors: {
                version: string;
                at: components["schemas"]["Instant"];
            }[];
            /** @description its newest release is below 1.0 */
            isInitialDevelopment: boolean | null;
            /** @description null: no pair of releases to compare */
            violations: components["schemas"]["SemverViolation"][] | null;
            /** @description pairs of releases that promise to break nothing */
            comparedCount: number;
            /** @description the newest whose exports were read, by version */
            releases: {
                version: string;
                at: components["schemas"]["Instant"];
                exportedCount: components["schemas"]["Count"];
                addedCount: components["schemas"]["Count"] & (number | null);
                removedCount: components["schemas"]["Count"] & (number | null);
            }[];
            evidenceIds: string[];
        };
        SemverViolation: {
            version: string;
            previous: string;
            /** @enum {string} */
            bump: "minor" | "patch";
            at: components["schemas"]["Instant"];
            removedCount: components["schemas"]["Count"];
            removedNames: string[];
            /** @description consumers whose code mentions such a name at HEAD */
            hit: {
                componentId: string;
                names: string[];
            }[];
            evidenceIds: string[];
        };
        "Section-ownership": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "ownership";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                ownership: components["schemas"]["Ownership"];
            };
        };
        Ownership: {
            shares: {
                /** @enum {string} */
                kind: "unowned" | "multiply-owned" | "individual-owned" | "abandoned" | "ad-hoc-service" | "maintenance-gap";
                numerator: components["schemas"]["Count"];
                /** @description components or capabilities that it could have been said of */
                denominator: number;
            }[];
            findings: {
                /** @enum {string} */
                kind: "unowned" | "multiply-owned" | "individual-owned" | "abandoned" | "ad-hoc-service" | "maintenance-gap";
                componentId: string;
                /** @description null: said of the component as a whole */
                capabilityId: string | null;
                ownerIds: string[];
                consumersCount: components["schemas"]["Count"];
                /**
                 * Format: date-time
                 * @description last human work; null: not what was found
                 */
                since: string | null;
                text: string;
                evidenceIds: string[];
            }[];
            /** @description of something deprecated that it would be gone */
            promises: {
                componentId: string | null;
                /** @description null: its component offers none, or several */
                capabilityId: string | null;
                text: string;
                /**
                 * Format: date-time
                 * @description null: a version is named instead
                 */
                by: string | null;
                /** @description null: a day is named instead */
                version: string | null;
                /** @enum {string} */
                state: "past" | "kept" | "due" | "unknown";
                because: string;
                evidenceIds: string[];
            }[];
        };
        "Section-sharedRisks": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "sharedRisks";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                sharedRisks: components["schemas"]["SharedRisks"];
            };
        };
        SharedRisks: {
            /** @description largest share of owners first */
            risks: components["schemas"]["SharedRisk"][];
            /** @description components with a pinned runtime whose end is known */
            runtimesJudgedCount: number;
            /** @description components for which a lock file, their own or their workspace's, holds versions */
            componentsLockedCount: number;
            /** @description those, and components whose manifests fix versions */
            componentsJudgedCount: number;
            /** @description null: none were given */
            advisoriesCount: number | null;
            /** @description pinned cycles without a known end of support */
            unknownCycles: string[];
        };
        SharedRisk: {
            id: string;
            /** @enum {string} */
            kind: "runtime" | "advisory" | "outdated-major";
            title: string;
            /** @description runtime and cycle, or purl */
            subject: string;
            componentIds: string[];
            ownerIds: string[];
            /** @description owners hit ÷ owners of whom it could be judged */
            share: number | null;
            ownersJudgedCount: components["schemas"]["Count"];
            versions: string[];
            /**
             * Format: date-time
             * @description when its support ended; null: another kind of risk
             */
            since: string | null;
            remedy: {
                text: string;
                /** @description null: no capability reaches two of them */
                capabilityId: string | null;
                /** @description components hit that build on it */
                reach: number;
            };
            evidenceIds: string[];
        };
        "Section-maintainability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "maintainability";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                maintainability: components["schemas"]["Maintainability"];
            };
        };
        Maintainability: {
            /** @description the organisation, then teams, then components: never ranked */
            scopes: {
                /** @enum {string} */
                kind: "organisation" | "team" | "component";
                id: string;
                /** @description components left out: their clones end before the newest quarter does */
                olderClonesCount: number;
                quarters: {
                    from: components["schemas"]["Instant"];
                    to: components["schemas"]["Instant"];
                    /** @description commits of mainlines with human work */
                    commitsCount: number;
                    reworkShare: components["schemas"]["Fraction"] & (number | null);
                    fileChangesCount: components["schemas"]["Count"];
                    /** @description of lines added: gone 21 days later */
                    churnShare: number | null;
                    /** @description file changes whose lines were compared */
                    sampledCount: number;
                    dependencyLagYears: number | null;
                    lockedCount: components["schemas"]["Count"];
                    hotFileLines: number | null;
                }[];
                /** @description Theil-Sen, 95 % after Sen; only with eight quarters */
                trends: {
                    /** @enum {string} */
                    measure: "throughput" | "rework" | "churn" | "dependencyLag" | "hotFiles";
                    perYear: number;
                    low: number;
                    high: number;
                    relativePerYear: number | null;
                    /** @description quarters with a value */
                    n: number;
                }[];
                evidenceIds: string[];
            }[];
        };
        "Section-cognitiveLoad": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "cognitiveLoad";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description in the order of the teams: never ranked */
                cognitiveLoad: components["schemas"]["CognitiveLoad"][];
            };
        };
        CognitiveLoad: {
            teamId: string;
            componentsCount: components["schemas"]["Count"];
            /** @description distinct things over all dimensions, at as-of */
            itemsCount: number;
            dimensions: {
                /** @enum {string} */
                dimension: "languages" | "runtimes" | "frameworks" | "tools" | "infrastructure" | "capabilities" | "parallel-versions";
                count: components["schemas"]["Count"];
                items: string[];
            }[];
            /** @description quarter-ends and as-of; without languages and runtimes */
            trend: {
                at: components["schemas"]["Instant"];
                count: components["schemas"]["Count"];
            }[];
            growth: {
                /** @description `perYear` ÷ mean number of things */
                relativePerYear: number;
                /** @description things a year */
                perYear: number;
                /** @description of `perYear`, by Sen's interval of 95 % */
                low: number;
                high: number;
                n: components["schemas"]["Count"];
            } | null;
        };
        "Section-layers": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "layers";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                layers: components["schemas"]["Layers"];
            };
        };
        Layers: {
            layers: {
                capabilityId: string;
                overId: string;
                /** @description their owners differ; null: an owner is not known */
                isAcrossOwners: boolean | null;
                filesCount: components["schemas"]["Count"];
                overFilesCount: components["schemas"]["Count"] & (number | null);
                namesCount: components["schemas"]["Count"] & (number | null);
                overNamesCount: components["schemas"]["Count"] & (number | null);
                /** @description names of the other that its code mentions */
                mentionedCount: number | null;
                isNamedWrapper: boolean;
                isThin: boolean | null;
                text: string;
                evidenceIds: string[];
            }[];
            chains: {
                /** @description the uppermost first */
                capabilityIds: string[];
                wrappersCount: components["schemas"]["Count"];
                consumerIds: string[];
            }[];
            /** @description capabilities in use at runtime */
            inUseCount: number;
            chainedCount: components["schemas"]["Count"];
            /** @description most capabilities one on another, thin or not */
            deepestCount: number;
        };
        "Section-interview": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "interview";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description answered questions only */
                interview: components["schemas"]["Statement"][];
            };
        };
        Statement: {
            questionId: string;
            /** @enum {string} */
            topic: "ownership" | "roles" | "maturity" | "charter" | "sourcing";
            question: string;
            /** @description null: answers contradict each other */
            answer: string | null;
            evidenceIds: string[];
        };
        "Section-experience": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "experience";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                experience: components["schemas"]["Experience"];
            };
        };
        Experience: {
            surveys: {
                survey: string;
                from: components["schemas"]["Instant"] & (string | null);
                to: components["schemas"]["Instant"] & (string | null);
                respondentsCount: components["schemas"]["Count"];
                invitedCount: components["schemas"]["Count"] & (number | null);
                responseRate: components["schemas"]["Fraction"] & (number | null);
            }[];
            items: components["schemas"]["SurveyItem"][];
            /** @description −100 to 100 */
            nps: {
                survey: string;
                value: number;
                low: number;
                high: number;
                n: components["schemas"]["Count"];
            } | null;
            /** @description per cent */
            csat: {
                survey: string;
                value: number;
                low: number;
                high: number;
                n: components["schemas"]["Count"];
            } | null;
            /** @description 1 to 7 */
            ces: {
                survey: string;
                value: number;
                low: number;
                high: number;
                n: components["schemas"]["Count"];
            } | null;
            /** @description most uses of which that is known had no alternative; null: too few are known */
            isMostlyCaptive: boolean | null;
            /** @description uses of which it is known whether there was an alternative when they began */
            choicesKnownCount: number;
            /** @description all uses of capabilities of other repositories */
            choicesCount: number;
            requests: {
                kind: string;
                count: components["schemas"]["Count"];
                openCount: components["schemas"]["Count"];
                /** @description median; null: none is open */
                openAgeSeconds: number | null;
                /** @description median; null: none was answered */
                answerSeconds: number | null;
                answeredCount: components["schemas"]["Count"];
            }[];
            requestsCount: components["schemas"]["Count"] & (number | null);
            /** @description from a component's birth to its first use; those born with it apart, examples and uses by tests left out */
            timeToFirstUseDays: {
                p50: number;
                /** @description null: of fewer than five components */
                p85: number | null;
                n: components["schemas"]["Count"];
            } | null;
            /** @description components whose first use came within a day of the first commit: born with it */
            bornWithCount: number;
            friction: {
                title: string;
                team: string | null;
                openedAt: components["schemas"]["Instant"];
            }[];
            evidenceIds: string[];
        };
        SurveyItem: {
            itemId: string;
            survey: string;
            /** @enum {string} */
            topic: "overall" | "tooling" | "documentation" | "interfaces" | "self-service" | "support" | "load";
            text: string;
            origin: string;
            /** @description upper two points; null: withheld */
            favourable: {
                value: components["schemas"]["Fraction"];
                low: components["schemas"]["Fraction"];
                high: components["schemas"]["Fraction"];
                n: components["schemas"]["Count"];
            } | null;
            unfavourable: components["schemas"]["SurveyShare"];
            mean: number | null;
            /** @description 0 where withheld */
            n: number;
            /** @description teams with enough respondents, by name */
            byTeam: {
                team: string;
                favourable: components["schemas"]["SurveyShare"];
            }[];
            suppressedTeamsCount: components["schemas"]["Count"];
        };
        SurveyShare: {
            value: components["schemas"]["Fraction"];
            low: components["schemas"]["Fraction"];
            high: components["schemas"]["Fraction"];
            n: components["schemas"]["Count"];
        } | null;
        "Section-outcomes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "outcomes";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                outcomes: components["schemas"]["Outcome"][];
            };
        };
        Outcome: {
            id: string;
            componentId: string;
            /** @enum {string} */
            metric: "adoption" | "engagement" | "retention" | "revenue" | "nps" | "conversion" | "usability";
            definition: string;
            unit: string;
            source: string;
            /** @description oldest first */
            points: {
                date: components["schemas"]["Instant"];
                value: number;
            }[];
            latest: {
                date: components["schemas"]["Instant"];
                value: number;
            };
            target: number | null;
            isTargetMet: boolean | null;
            changeOverYear: number | null;
            /** @description people whom it concerns, as fed in */
            reach: number | null;
            evidenceIds: string[];
        };
        "Section-usability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "usability";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description open ones first, then by severity, by how many met it, the newest first */
                usability: components["schemas"]["UsabilityFinding"][];
            };
        };
        UsabilityFinding: {
            id: string;
            /** @description a component, or a capability where no component is called so */
            subjectId: string;
            /** @description where in it; null: not said */
            screen: string | null;
            finding: string;
            /** @enum {string} */
            severity: "critical" | "serious" | "minor" | "cosmetic";
            /** @description how many met it */
            usersCount: number | null;
            /** @description of how many who took part */
            participantsCount: number | null;
            source: string;
            foundAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description null: still open
             */
            resolvedAt: string | null;
            evidenceIds: string[];
        };
        "Section-partners": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "partners";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                partners: components["schemas"]["Partners"];
            };
        };
        Partners: {
            /** @description what files say is there for others outside; nothing here says that anybody uses it */
            offers: components["schemas"]["OutsideOffer"][];
            /** @description who was seen to use what, by name; null: nothing is fed in that would tell */
            outsiders: components["schemas"]["Outsider"][] | null;
        };
        OutsideOffer: {
            componentId: string;
            /** @description what of it can be installed or called */
            capabilityIds: string[];
            kinds: ("partner" | "external-integrator")[];
            /** @description what shows it, the surest first */
            signs: {
                /** @enum {string} */
                sign: "registry" | "contract" | "keys" | "words";
                text: string;
            }[];
            evidenceIds: string[];
        };
        Outsider: {
            id: string;
            /** @description of an organisation or its application, never of a person */
            name: string;
            /** @enum {string} */
            kind: "partner" | "external-integrator";
            uses: {
                /** @description a capability, or a component where no capability is called so */
                subjectId: string;
                /** @description as counted; null: nobody did */
                callsCount: number | null;
                lastAt: components["schemas"]["Instant"] & (string | null);
                sources: string[];
            }[];
            evidenceIds: string[];
        };
        "Section-roles": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "roles";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                roles: components["schemas"]["Role"][];
            };
        };
        Role: {
            id: string;
            /** @enum {string} */
            role: "product-pm" | "platform-pm";
            text: string;
            /** @enum {string} */
            state: "covered" | "shared" | "uncovered" | "unknown";
            /** @description why it is unknown; null: it is known */
            reason: string | null;
            evidenceIds: string[];
        };
        "Section-decisions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "decisions";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                /** @description newest first */
                decisions: components["schemas"]["DecisionRecord"][];
            };
        };
        DecisionRecord: {
            id: string;
            title: string;
            /** @enum {string} */
            status: "proposed" | "accepted" | "rejected" | "deprecated" | "superseded" | "unknown";
            decidedAt: components["schemas"]["Instant"] & (string | null);
            repositoryId: string;
            path: string;
            goalIds: string[];
            capabilityIds: string[];
            evidenceIds: string[];
        };
        "Section-goals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "goals";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                goals: components["schemas"]["Goal"][];
            };
        };
        Goal: {
            id: string;
            name: string;
            text: string | null;
            /** @description null: the platform's */
            capabilityId: string | null;
            target: string | null;
            actual: string | null;
            /** Format: date */
            by: string | null;
            hasDecision: boolean;
        };
        "Section-staffing": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "staffing";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                staffing: components["schemas"]["Staffing"];
            };
        };
        Staffing: {
            /** @enum {string} */
            stage: "none" | "early" | "domains" | "teams" | "domains-and-teams" | "unknown";
            /** @description people */
            low: number | null;
            high: components["schemas"]["Count"] & (number | null);
            recommended: components["schemas"]["Count"] & (number | null);
            /** @enum {string} */
            confidence: "low" | "medium" | "high";
            domains: components["schemas"]["PlatformDomain"][];
            /**
             * @description null: no domains
             * @enum {string|null}
             */
            domainsSource: "catalogue" | "configuration" | "proposed" | null;
            /** @description of the proposal; null: none was needed or found */
            modularity: number | null;
            platformTeams: components["schemas"]["PlatformTeam"][];
            platformTeamsLow: components["schemas"]["Count"] & (number | null);
            /** @description null: most components have no known owner, or nobody is seen to build on any */
            platformTeamsHigh: number | null;
            /** @description fewer than five people: effort is not looked at */
            withheldTeamsCount: number;
            reasons: string[];
            assignments: {
                title: string;
                domains: string[];
                capabilityIds: string[];
                consumingOwnersCount: components["schemas"]["Count"];
                /** @description of all uses by other owners */
                share: number;
            }[];
            sensitivity: {
                change: string;
                /** @description people */
                low: number | null;
                high: components["schemas"]["Count"] & (number | null);
                recommended: components["schemas"]["Count"] & (number | null);
            }[];
            contradictions: string[];
        };
        PlatformDomain: {
            name: string;
            /**
             * @description what it is about, told from what it holds
             * @enum {string}
             */
            kind: "developer" | "data" | "payments" | "identity" | "messaging" | "design" | "infrastructure" | "content" | "mixed";
            /** @enum {string} */
            source: "catalogue" | "configuration" | "proposed";
            /** @description large enough for a platform product manager of its own */
            isMajor: boolean;
            capabilityIds: string[];
            componentIds: string[];
            consumingOwnersCount: components["schemas"]["Count"];
            evidenceIds: string[];
        };
        PlatformTeam: {
            teamId: string;
            /** @enum {string} */
            basis: "effort" | "components" | "declared";
            /** @description null: nothing says; it widens the range */
            isCounted: boolean | null;
            /** @description its components that other owners use */
            componentIds: string[];
        };
        "Section-maturity": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "maturity";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                maturity: components["schemas"]["Maturity"];
            };
        };
        Maturity: {
            model: string;
            aspects: {
                /** @enum {string} */
                aspect: "investment" | "adoption" | "interfaces" | "operations" | "measurement";
                level: number | null;
                levelName: string | null;
                /** @description rests on what was said: nothing can be seen */
                isDeclared: boolean;
                holds: components["schemas"]["MaturityCriterion"][];
                lacks: components["schemas"]["MaturityCriterion"][];
                unseen: components["schemas"]["MaturityCriterion"][];
                declared: string[];
                evidenceIds: string[];
            }[];
        };
        MaturityCriterion: {
            level: number;
            text: string;
            needs: string;
        };
        "Section-lenses": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "lenses";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                lenses: components["schemas"]["Lenses"];
            };
        };
        Lenses: {
            /** @description which capabilities should be enabled next */
            platform: components["schemas"]["Proposal"][];
            /** @description what each product should build next, and what the platform imposes, owes and offers */
            products: {
                componentId: string;
                items: components["schemas"]["ProductStep"][];
            }[];
        };
        /** @description one change of the platform */
        Proposal: {
            id: string;
            /** @enum {string} */
            kind: "consolidate" | "adopt" | "make-easier" | "keep" | "remove" | "own" | "secure" | "enable";
            /** @description what to do */
            title: string;
            /** @description capabilities first, then components */
            subjectIds: string[];
            /** @description components whose teams would feel it */
            affectedIds: string[];
            /** @description who would feel it */
            reachCount: number;
            /**
             * @description repositories are counted where owners of what it touches are unknown
             * @enum {string}
             */
            reachUnit: "team" | "repository";
            forWhom: string;
            replaces: string;
            firstStep: string;
            /** @description what would show that it helped, with its present value */
            measure: {
                text: string;
                present: number;
                unit: string;
            };
            /** @description what speaks against it */
            against: string[];
            /** @description the findings that it is made of */
            reasons: string[];
            /** @description a year: the order of the list is by its likely value */
            atStakePersonHours: {
                low: number;
                likely: number;
                high: number;
            };
            /** @description once, from like work in history */
            effortPersonHours: {
                low: number;
                likely: number;
                high: number;
            };
            /** @description at stake a year ÷ effort: what could be won, at most */
            valuePerEffort: {
                low: number;
                likely: number;
                high: number;
            } | null;
            /** @enum {string} */
            confidence: "low" | "medium" | "high";
            /** @description what was counted, and what was taken for granted */
            restsOn: string[];
            evidenceIds: string[];
        };
        ProductStep: {
            id: string;
            /** @enum {string} */
            kind: "missed-target" | "requested" | "usability" | "going-away" | "upgrade" | "owed" | "offered";
            title: string;
            subjectIds: string[];
            /** @description by the kind's own measure; kinds stand in the order of their list */
            strength: number;
            reasons: string[];
            evidenceIds: string[];
        };
        "Section-value": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "value";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                value: components["schemas"]["Value"];
            };
        };
        Value: {
            capabilities: components["schemas"]["CapabilityValue"][];
            /** @description null where both sides are known, or assumed in part, for less than 60 % of what others use */
            platform: {
                capabilityIds: string[];
                investedPersonMonths: number;
                investedMoney: components["schemas"]["Money"] & (Record<string, never> | null);
                avoidedPersonMonths: components["schemas"]["Span"];
                /** @description null without a rate in fulcrum.yaml */
                avoidedMoney: {
                    low: components["schemas"]["Money"];
                    likely: components["schemas"]["Money"];
                    high: components["schemas"]["Money"];
                } | null;
                leverage: components["schemas"]["Span"];
                /** @enum {string} */
                payback: "pays" | "does-not-pay" | "not-shown";
                narrowedBy: string[];
                /** @description both sides in one sentence */
                summary: string;
            } | null;
            /** @description capabilities of the platform that others use or used */
            usedCount: number;
            /** @description those of them with both sides known */
            knownCount: number;
            /** @description more of them with both sides told, where the share that is used is assumed from their kind */
            assumedCount: number;
            assumptions: {
                name: string;
                value: components["schemas"]["Span"];
                source: string;
            }[];
        };
        CapabilityValue: {
            capabilityId: string;
            /** @description its provider is classed as platform: counts in the sum */
            isPlatform: boolean;
            investedPersonMonths: number | null;
            /** @description of the invested, beyond own use */
            writingForReusePersonMonths: {
                low: number;
                likely: number;
                high: number;
            } | null;
            avoidedPersonMonths: components["schemas"]["Span"];
            /** @description null without a rate in fulcrum.yaml */
            avoidedMoney: {
                low: components["schemas"]["Money"];
                likely: components["schemas"]["Money"];
                high: components["schemas"]["Money"];
            } | null;
            /** @description avoided ÷ invested; null where either side is known for a part only */
            leverage: {
                low: number;
                likely: number;
                high: number;
            } | null;
            /**
             * @description not-shown: what was saved may be less or more than what was put in
             * @enum {string|null}
             */
            payback: "pays" | "does-not-pay" | "not-shown" | null;
            /** @description users without a known owner, or in repositories that were not read, are not counted */
            isSavedInPart: boolean;
            /** @description what would make the range smaller */
            narrowedBy: string[];
            /** @description other owners that use it or used it */
            reusingOwnersCount: number | null;
            /** @description components of others that use it or used it */
            reusingComponentsCount: number;
            /** @description of its exported names, by one owner, median */
            usedShare: {
                value: components["schemas"]["Fraction"];
                isAssumed: boolean;
            } | null;
            negatives: {
                /** @enum {string} */
                kind: "imposed-migrations" | "waiting" | "incidents";
                /** @description upgrades, hours, incidents */
                count: number | null;
                personMonths: components["schemas"]["Span"];
            }[];
            association: components["schemas"]["Association"][];
            evidenceIds: string[];
        };
        /** @description a figure with its uncertainty */
        Span: {
            low: number;
            likely: number;
            high: number;
        } | null;
        Money: {
            amount: number;
            currency: string;
            rateSource: string;
        };
        /** @description an association, not a proof */
        Association: {
            /** @enum {string} */
            metric: "lead-time" | "deployment-frequency" | "change-fail-rate";
            /**
             * @description relative: −0.2 is 20 % less
             * @enum {string}
             */
            unit: "relative" | "absolute";
            /** @description mean of the year after adoption */
            effect: number;
            low: number;
            high: number;
            /** @description adoption moved between whole teams */
            pValue: number;
            /** @description over all comparisons of the report */
            adjustedPValue: number;
            /** @description with a power of 80 % */
            minimumDetectableEffect: number;
            /** @description the same before adoption: should be nothing; null: no outcome reaches so far back */
            preTrend: {
                effect: number;
                pValue: components["schemas"]["Fraction"];
            } | null;
            adoptingOwnersCount: components["schemas"]["Count"];
            comparisonOwnersCount: components["schemas"]["Count"];
            componentsCount: components["schemas"]["Count"];
            curve: {
                /** @description since adoption; compared with the quarter before it */
                quarter: number;
                effect: number;
                n: components["schemas"]["Count"];
            }[];
        };
        "Section-signals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "signals";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                signals: components["schemas"]["Signals"];
            };
        };
        Signals: {
            verdict: components["schemas"]["Verdict"];
            signals: components["schemas"]["Signal"][];
            decays: components["schemas"]["Decay"][];
            alignment: components["schemas"]["Alignment"];
        };
        Verdict: {
            /** @enum {string} */
            answer: "needed" | "soon" | "not-yet" | "filled" | "undecided" | "not-looked-at";
            /**
             * @description the median of the three in their order, answered or not
             * @enum {string}
             */
            leaning: "needed" | "soon" | "not-yet";
            /** @description the first line, as a person would say it */
            sentence: string;
            chances: components["schemas"]["VerdictChances"];
            /** @description the same if a sign were rarer or more common: an answer must stand at each */
            atPriors: {
                prior: components["schemas"]["Chance"];
                chances: components["schemas"]["VerdictChances"];
            }[];
            signs: {
                mean: number;
                /** @description eight of ten times the number lies from here */
                low: number;
                /** @description … to here */
                high: number;
                /** @description of 0, 1, 2 … 7 signs */
                chances: components["schemas"]["Chance"][];
            };
            /** @description k: signs that make it needed, fewer the larger the organisation */
            neededFrom: number;
            soonFrom: number;
            teams: {
                count: components["schemas"]["Count"];
                reason: string;
            };
            /** @description mean over all facets of what was looked at; an answer takes ½ */
            evidenceMass: number;
            reasons: string[];
            /** @description what would settle it, the most for an hour first */
            nextSteps: {
                /** @enum {string} */
                indicatorId: "fragmented-jobs" | "cross-owner-lines" | "platform-answer-unused" | "tooling-friction" | "tooling-requests" | "dependency-updates" | "days-to-lock" | "pipeline-changes" | "pipeline-repairs" | "pipeline-waiting" | "update-waiting" | "documentation-score" | "majors-a-year" | "consumers-behind" | "workarounds" | "majors-taken" | "majors-needing-code" | "breaking-without-notice" | "no-product-owner" | "leads-decide" | "leads-triage" | "work-by-others" | "request-age-ratio" | "promises-overdue" | "maintenance-gaps" | "platform-work-falling" | "consumers-per-contributor" | "retired-still-used" | "rework-growth" | "churn-growth" | "dependency-lag-growth" | "hot-files-growth" | "shared-runtimes" | "shared-advisories" | "patch-days" | "failing-standards" | "licences" | "shared-objective-misses" | "ad-hoc-services" | "effective-solutions" | "effective-solutions-growth" | "copied-capabilities" | "cognitive-load-level" | "cognitive-load-growth" | "wrapper-chains" | "thin-layers" | "layered-lead-time" | "unowned-components" | "over-owned-components" | "no-direction" | "goals-unmoved";
                title: string;
                /** @description what to ask, after the word ask */
                what: string;
                /** @description a command, or what to write where */
                by: string;
                hours: number;
                /** @description of the entropy of the three answers that it takes away */
                bits: number;
                /** @description that the answer, or what it leans to, would be another */
                changeChance: number;
            }[];
            /** @description nothing that could be asked changes the answer in 5 % */
            isNothingCheap: boolean;
            sensitivity: {
                change: string;
                chances: components["schemas"]["VerdictChances"];
                /** @enum {string} */
                answer: "needed" | "soon" | "not-yet" | "filled" | "undecided" | "not-looked-at";
                /** @enum {string} */
                leaning: "needed" | "soon" | "not-yet";
            }[];
            /** @description a year; null: nothing of it was seen */
            avoidablePersonMonths: {
                low: number;
                likely: number;
                high: number;
            } | null;
            avoidableParts: {
                text: string;
                personMonths: components["schemas"]["PersonMonths"];
            }[];
            /** @description what the role costs a year */
            rolePersonMonths: number;
            /** @description what is avoidable pays for the role; null: its range holds the cost */
            isCostCovered: boolean | null;
            /** @description the smallest one that can be taken back */
            firstStep: string;
            /** @description who is said to hold the role; null: nobody is known to */
            holder: string | null;
            brings: {
                brings: string;
                today: string;
                measure: string;
            }[];
        };
        VerdictChances: {
            needed: components["schemas"]["Chance"];
            soon: components["schemas"]["Chance"];
            "not-yet": components["schemas"]["Chance"];
        };
        /** @description 0 to 1 */
        Chance: number;
        /** @description a year, with the range */
        PersonMonths: {
            low: number;
            likely: number;
            high: number;
        };
        Signal: {
            id: number;
            title: string;
            /**
             * @description present from ⅔, likely from ½, possible from ⅓; below, unlikely where enough was looked at
             * @enum {string}
             */
            state: "present" | "likely" | "possible" | "unlikely" | "not-looked-at";
            /** @description that it holds; its prior where nothing was seen */
            chance: number;
            prior: components["schemas"]["Chance"];
            /** @description of signal 6: that throughput rises; null: none */
            condition: number | null;
            facets: components["schemas"]["SignalFacet"][];
            /** @description the figure that speaks loudest for it */
            strongest: string | null;
            indicators: components["schemas"]["SignalIndicator"][];
            evidenceIds: string[];
            /** @description what would make it another state */
            wouldChange: string[];
        };
        SignalFacet: {
            /** @enum {string} */
            id: "ways" | "copies" | "dependencies" | "pipelines" | "friction" | "hard" | "undocumented" | "unstable" | "none-named" | "leads-decide" | "neglect" | "promises" | "backlog" | "rework" | "churn" | "dependency-lag" | "hot-files" | "runtimes" | "patches" | "compliance" | "performance" | "abandoned-services" | "solutions" | "copied-capabilities" | "load" | "layers" | "unclear-owners" | "direction";
            title: string;
            prior: components["schemas"]["Chance"];
            /** @description what its witnesses say together */
            logRatio: number;
            /** @description how much of it was looked at */
            mass: number;
            /** @description that it holds, the other facets left aside */
            chance: number;
        };
        SignalIndicator: {
            /** @enum {string} */
            id: "fragmented-jobs" | "cross-owner-lines" | "platform-answer-unused" | "tooling-friction" | "tooling-requests" | "dependency-updates" | "days-to-lock" | "pipeline-changes" | "pipeline-repairs" | "pipeline-waiting" | "update-waiting" | "documentation-score" | "majors-a-year" | "consumers-behind" | "workarounds" | "majors-taken" | "majors-needing-code" | "breaking-without-notice" | "no-product-owner" | "leads-decide" | "leads-triage" | "work-by-others" | "request-age-ratio" | "promises-overdue" | "maintenance-gaps" | "platform-work-falling" | "consumers-per-contributor" | "retired-still-used" | "rework-growth" | "churn-growth" | "dependency-lag-growth" | "hot-files-growth" | "shared-runtimes" | "shared-advisories" | "patch-days" | "failing-standards" | "licences" | "shared-objective-misses" | "ad-hoc-services" | "effective-solutions" | "effective-solutions-growth" | "copied-capabilities" | "cognitive-load-level" | "cognitive-load-growth" | "wrapper-chains" | "thin-layers" | "layered-lead-time" | "unowned-components" | "over-owned-components" | "no-direction" | "goals-unmoved";
            /**
             * @description what it is a witness of
             * @enum {string}
             */
            facet: "ways" | "copies" | "dependencies" | "pipelines" | "friction" | "hard" | "undocumented" | "unstable" | "none-named" | "leads-decide" | "neglect" | "promises" | "backlog" | "rework" | "churn" | "dependency-lag" | "hot-files" | "runtimes" | "patches" | "compliance" | "performance" | "abandoned-services" | "solutions" | "copied-capabilities" | "load" | "layers" | "unclear-owners" | "direction";
            title: string;
            /** @enum {string} */
            unit: "share" | "ratio" | "count" | "days" | "per-year";
            value: number | null;
            /** @description 0 at zeroPoint, 1 at onePoint, linear between, held a quarter beyond */
            score: number | null;
            /** @description standard error of the score */
            sigma: number | null;
            /** @description owners or repositories that it was counted from */
            clustersCount: number;
            /** @description what was counted */
            n: number;
            /** @description with fewer nothing is said */
            minimumN: number;
            zeroPoint: number;
            onePoint: number;
            /** @description share of the organisation that it reaches; null counts as a half */
            coverage: number | null;
            /** @description λ⁺: how far it is believed where it speaks for the facet */
            reliabilityFor: number;
            /** @description λ⁻: how far where it speaks against */
            reliabilityAgainst: number;
            /** @description λ × coverage in the direction in which it speaks; 0: not known, or counted elsewhere */
            weight: number;
            /** @description log-likelihood ratio of its score alone */
            logRatio: number;
            /**
             * @description the indicator that already speaks for the same measurement: this one is only shown
             * @enum {string|null}
             */
            countedAs: "fragmented-jobs" | "cross-owner-lines" | "platform-answer-unused" | "tooling-friction" | "tooling-requests" | "dependency-updates" | "days-to-lock" | "pipeline-changes" | "pipeline-repairs" | "pipeline-waiting" | "update-waiting" | "documentation-score" | "majors-a-year" | "consumers-behind" | "workarounds" | "majors-taken" | "majors-needing-code" | "breaking-without-notice" | "no-product-owner" | "leads-decide" | "leads-triage" | "work-by-others" | "request-age-ratio" | "promises-overdue" | "maintenance-gaps" | "platform-work-falling" | "consumers-per-contributor" | "retired-still-used" | "rework-growth" | "churn-growth" | "dependency-lag-growth" | "hot-files-growth" | "shared-runtimes" | "shared-advisories" | "patch-days" | "failing-standards" | "licences" | "shared-objective-misses" | "ad-hoc-services" | "effective-solutions" | "effective-solutions-growth" | "copied-capabilities" | "cognitive-load-level" | "cognitive-load-growth" | "wrapper-chains" | "thin-layers" | "layered-lead-time" | "unowned-components" | "over-owned-components" | "no-direction" | "goals-unmoved" | null;
            /** @description how somebody would make it known; null: nobody could today */
            asking: {
                hours: number;
                by: string;
            } | null;
            /** @description where the two points come from */
            origin: string;
            isCalibrated: boolean;
            /** @description the figure in words */
            text: string | null;
            /** @description where the evidence says what it was; empty: it does not */
            history: {
                date: components["schemas"]["Instant"];
                value: number;
                score: number;
            }[];
            evidenceIds: string[];
        };
        Decay: {
            /** @enum {string} */
            id: "ad-hoc-services" | "fragmented-tooling" | "cognitive-load" | "one-more-abstraction" | "diluted-responsibility";
            title: string;
            /**
             * @description present from ⅔, likely from ½, possible from ⅓; below, unlikely where enough was looked at
             * @enum {string}
             */
            state: "present" | "likely" | "possible" | "unlikely" | "not-looked-at";
            /** @description that it holds; its prior where nothing was seen */
            chance: number;
            prior: components["schemas"]["Chance"];
            /** @description of signal 6: that throughput rises; null: none */
            condition: number | null;
            facets: components["schemas"]["SignalFacet"][];
            /** @description the figure that speaks loudest for it */
            strongest: string | null;
            indicators: components["schemas"]["SignalIndicator"][];
            evidenceIds: string[];
            /** @description what would make it another state */
            wouldChange: string[];
        };
        Alignment: {
            decisionsCount: components["schemas"]["Count"];
            goalsCount: components["schemas"]["Count"];
            decisionsWithGoal: components["schemas"]["Fraction"] & (number | null);
            goalsWithDecision: components["schemas"]["Fraction"] & (number | null);
            evidenceIds: string[];
        } | null;
        "Section-sourcing": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "sourcing";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                sourcing: components["schemas"]["Sourcing"];
            };
        };
        Sourcing: {
            /** @description best fit first; without fits as listed */
            options: components["schemas"]["SourcingOption"][];
            answeredCount: components["schemas"]["Count"];
            /** @description not answered, and suggested by evidence */
            suggestedCount: number;
            questionsCount: components["schemas"]["Count"];
            contradictions: string[];
            interviewKit: components["schemas"]["InterviewKit"];
            first90Days: components["schemas"]["First90Days"];
            handOver: components["schemas"]["HandOver"];
            talkTo: components["schemas"]["Conversation"][];
        };
        SourcingOption: {
            /** @enum {string} */
            kind: "internal" | "external" | "interim";
            title: string;
            /** @description what is not answered counts a half */
            fit: number;
            /** @description what answers that are missing could make of it */
            fitRange: {
                low: components["schemas"]["Fraction"];
                high: components["schemas"]["Fraction"];
            };
            weights: {
                input: string;
                question: string;
                /** @description below 0: a yes speaks against it */
                weight: number;
                /**
                 * @description null: not answered, and nothing suggests one
                 * @enum {string|null}
                 */
                answer: "yes" | "partly" | "no" | null;
                /** @description what suggests the answer, where nobody gave one; null: it was declared */
                suggestedBecause: string | null;
                /** @description to the fit */
                contribution: number;
            }[];
            /** @description departments and backgrounds */
            lookFor: string[];
            brings: string[];
            benefits: string[];
            worksBestWhen: string[];
            risks: {
                risk: string;
                containment: string;
            }[];
        };
        InterviewKit: {
            instructions: string;
            traits: {
                id: string;
                trait: string;
                why: string;
                /** @description options for which it counts most */
                kinds: ("internal" | "external" | "interim")[];
                questions: {
                    question: string;
                    listenFor: string[];
                    scale: {
                        score: number;
                        means: string;
                    }[];
                }[];
            }[];
            maximumScore: components["schemas"]["Count"];
        };
        First90Days: {
            phases: {
                title: string;
                fromDay: components["schemas"]["Count"];
                toDay: components["schemas"]["Count"];
                actions: {
                    text: string;
                    because: string;
                    reference: components["schemas"]["Reference"];
                }[];
                outcome: string;
            }[];
        };
        Reference: {
            /** @description a key at the root of the report */
            section: string;
            /** @description of an entry; null: the whole, or it is no list */
            key: string | null;
            /** @description steps below with slashes, entries of lists by key; null: all */
            field: string | null;
        };
        HandOver: {
            purpose: string;
            maximumMonths: components["schemas"]["Count"];
            steps: string[];
            exitCriteria: {
                criterion: string;
                measuredBy: string;
                today: string;
                /** @description null: not seen from here */
                isMet: boolean | null;
            }[];
        };
        Conversation: {
            teamId: string;
            kinds: ("leaver" | "defector" | "asker" | "copy-keeper" | "non-adopter" | "heaviest-user")[];
            why: string;
            questions: string[];
            capabilityIds: string[];
            /** @description `lenses.platform`: what its answer bears on */
            proposalIds: string[];
            /** @description a year: hours of those proposals that are not sure, as far as they are its own */
            movedPersonHours: number;
            evidenceIds: string[];
        };
        "Section-problems": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "problems";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                problems: components["schemas"]["Problem"][];
            };
        };
        Problem: {
            code: string;
            source: string;
            /** @description repository, and path where it applies */
            where: string;
            /** @description what happened */
            text: string;
            /** @description what to do next */
            needs: string;
        };
        "Section-blindSpots": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "blindSpots";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                blindSpots: components["schemas"]["BlindSpot"][];
            };
        };
        BlindSpot: {
            what: string;
            count: components["schemas"]["Count"];
            /** @description the single addition that would sharpen most */
            sharpen: string;
            examples: string[];
            /** @description where each stands, where that was kept */
            evidenceIds?: string[];
        };
        "Section-evidence": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "evidence";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                evidence: components["schemas"]["Evidence"][];
            };
        };
        Evidence: {
            id: string;
            source: string;
            repositoryId: string | null;
            /** @description null for figures derived from persons */
            commit: string | null;
            path: string | null;
            line: number | null;
            at: components["schemas"]["Instant"] & (string | null);
            /** @enum {string} */
            how: "observed" | "declared" | "inferred";
            /** @enum {string} */
            confidence: "observed" | "high" | "medium" | "low";
            text: string;
        };
        "Section-changes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            name: "changes";
            description: components["schemas"]["Section"];
            /** @description its keys at the root of the report */
            content: {
                changes: components["schemas"]["Change"][];
            };
        };
        Change: {
            reference: components["schemas"]["Reference"];
            /** @description plain words: what changed */
            subject: string;
            before: string | null;
            after: string | null;
            /** @enum {string} */
            because: "evidence" | "definition" | "correction";
            evidenceIds: string[];
        };
        "Page-of-Items": components["schemas"]["Page-of-repositories"] | components["schemas"]["Page-of-teams"] | components["schemas"]["Page-of-components"] | components["schemas"]["Page-of-capabilities"] | components["schemas"]["Page-of-jobs"] | components["schemas"]["Page-of-jobProposals"] | components["schemas"]["Page-of-adoption"] | components["schemas"]["Page-of-consumptions"] | components["schemas"]["Page-of-delivery"] | components["schemas"]["Page-of-deliveryRollUps"] | components["schemas"]["Page-of-reliability"] | components["schemas"]["Page-of-reliabilityRollUps"] | components["schemas"]["Page-of-documentation"] | components["schemas"]["Page-of-stability"] | components["schemas"]["Page-of-cognitiveLoad"] | components["schemas"]["Page-of-interview"] | components["schemas"]["Page-of-outcomes"] | components["schemas"]["Page-of-usability"] | components["schemas"]["Page-of-roles"] | components["schemas"]["Page-of-decisions"] | components["schemas"]["Page-of-goals"] | components["schemas"]["Page-of-problems"] | components["schemas"]["Page-of-blindSpots"] | components["schemas"]["Page-of-evidence"] | components["schemas"]["Page-of-changes"];
        "Page-of-repositories": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "repositories";
            items: {
                key: string;
                item: components["schemas"]["Repository"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        /** @description by field, the most frequent value first */
        Facets: {
            [key: string]: {
                /** @description null: unknown */
                value: string | null;
                count: components["schemas"]["Count"];
            }[];
        };
        "Page-of-teams": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "teams";
            items: {
                key: string;
                item: components["schemas"]["Team"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-components": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "components";
            items: {
                key: string;
                item: components["schemas"]["Component"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-capabilities": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "capabilities";
            items: {
                key: string;
                item: components["schemas"]["Capability"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-jobs": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "jobs";
            items: {
                key: string;
                item: components["schemas"]["Job"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-jobProposals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "jobProposals";
            items: {
                key: string;
                item: components["schemas"]["JobProposal"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-adoption": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "adoption";
            items: {
                key: string;
                item: components["schemas"]["Adoption"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-consumptions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "consumptions";
            items: {
                key: string;
                item: components["schemas"]["Consumption"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-delivery": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "delivery";
            items: {
                key: string;
                item: components["schemas"]["Delivery"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-deliveryRollUps": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "deliveryRollUps";
            items: {
                key: string;
                item: components["schemas"]["DeliveryRollUp"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-reliability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "reliability";
            items: {
                key: string;
                item: components["schemas"]["Reliability"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-reliabilityRollUps": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "reliabilityRollUps";
            items: {
                key: string;
                item: components["schemas"]["ReliabilityRollUp"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-documentation": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "documentation";
            items: {
                key: string;
                item: components["schemas"]["Documentation"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-stability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "stability";
            items: {
                key: string;
                item: components["schemas"]["Stability"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-cognitiveLoad": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "cognitiveLoad";
            items: {
                key: string;
                item: components["schemas"]["CognitiveLoad"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-interview": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "interview";
            items: {
                key: string;
                item: components["schemas"]["Statement"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-outcomes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "outcomes";
            items: {
                key: string;
                item: components["schemas"]["Outcome"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-usability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "usability";
            items: {
                key: string;
                item: components["schemas"]["UsabilityFinding"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-roles": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "roles";
            items: {
                key: string;
                item: components["schemas"]["Role"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-decisions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "decisions";
            items: {
                key: string;
                item: components["schemas"]["DecisionRecord"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-goals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "goals";
            items: {
                key: string;
                item: components["schemas"]["Goal"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-problems": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "problems";
            items: {
                key: string;
                item: components["schemas"]["Problem"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-blindSpots": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "blindSpots";
            items: {
                key: string;
                item: components["schemas"]["BlindSpot"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-evidence": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "evidence";
            items: {
                key: string;
                item: components["schemas"]["Evidence"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Page-of-changes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "changes";
            items: {
                key: string;
                item: components["schemas"]["Change"];
            }[];
            /** @description with the wanted values, on all pages */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description null: that was all */
            next: string | null;
        };
        "Found-Item": components["schemas"]["Item-of-repositories"] | components["schemas"]["Item-of-teams"] | components["schemas"]["Item-of-components"] | components["schemas"]["Item-of-capabilities"] | components["schemas"]["Item-of-jobs"] | components["schemas"]["Item-of-jobProposals"] | components["schemas"]["Item-of-adoption"] | components["schemas"]["Item-of-consumptions"] | components["schemas"]["Item-of-delivery"] | components["schemas"]["Item-of-deliveryRollUps"] | components["schemas"]["Item-of-reliability"] | components["schemas"]["Item-of-reliabilityRollUps"] | components["schemas"]["Item-of-documentation"] | components["schemas"]["Item-of-stability"] | components["schemas"]["Item-of-cognitiveLoad"] | components["schemas"]["Item-of-interview"] | components["schemas"]["Item-of-outcomes"] | components["schemas"]["Item-of-usability"] | components["schemas"]["Item-of-roles"] | components["schemas"]["Item-of-decisions"] | components["schemas"]["Item-of-goals"] | components["schemas"]["Item-of-problems"] | components["schemas"]["Item-of-blindSpots"] | components["schemas"]["Item-of-evidence"] | components["schemas"]["Item-of-changes"];
        "Item-of-repositories": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "repositories";
            key: string;
            item: components["schemas"]["Repository"];
        };
        "Item-of-teams": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "teams";
            key: string;
            item: components["schemas"]["Team"];
        };
        "Item-of-components": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "components";
            key: string;
            item: components["schemas"]["Component"];
        };
        "Item-of-capabilities": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "capabilities";
            key: string;
            item: components["schemas"]["Capability"];
        };
        "Item-of-jobs": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "jobs";
            key: string;
            item: components["schemas"]["Job"];
        };
        "Item-of-jobProposals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "jobProposals";
            key: string;
            item: components["schemas"]["JobProposal"];
        };
        "Item-of-adoption": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "adoption";
            key: string;
            item: components["schemas"]["Adoption"];
        };
        "Item-of-consumptions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "consumptions";
            key: string;
            item: components["schemas"]["Consumption"];
        };
        "Item-of-delivery": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "delivery";
            key: string;
            item: components["schemas"]["Delivery"];
        };
        "Item-of-deliveryRollUps": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "deliveryRollUps";
            key: string;
            item: components["schemas"]["DeliveryRollUp"];
        };
        "Item-of-reliability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "reliability";
            key: string;
            item: components["schemas"]["Reliability"];
        };
        "Item-of-reliabilityRollUps": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "reliabilityRollUps";
            key: string;
            item: components["schemas"]["ReliabilityRollUp"];
        };
        "Item-of-documentation": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "documentation";
            key: string;
            item: components["schemas"]["Documentation"];
        };
        "Item-of-stability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "stability";
            key: string;
            item: components["schemas"]["Stability"];
        };
        "Item-of-cognitiveLoad": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "cognitiveLoad";
            key: string;
            item: components["schemas"]["CognitiveLoad"];
        };
        "Item-of-interview": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "interview";
            key: string;
            item: components["schemas"]["Statement"];
        };
        "Item-of-outcomes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "outcomes";
            key: string;
            item: components["schemas"]["Outcome"];
        };
        "Item-of-usability": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "usability";
            key: string;
            item: components["schemas"]["UsabilityFinding"];
        };
        "Item-of-roles": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "roles";
            key: string;
            item: components["schemas"]["Role"];
        };
        "Item-of-decisions": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "decisions";
            key: string;
            item: components["schemas"]["DecisionRecord"];
        };
        "Item-of-goals": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "goals";
            key: string;
            item: components["schemas"]["Goal"];
        };
        "Item-of-problems": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "problems";
            key: string;
            item: components["schemas"]["Problem"];
        };
        "Item-of-blindSpots": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "blindSpots";
            key: string;
            item: components["schemas"]["BlindSpot"];
        };
        "Item-of-evidence": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "evidence";
            key: string;
            item: components["schemas"]["Evidence"];
        };
        "Item-of-changes": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @enum {string} */
            list: "changes";
            key: string;
            item: components["schemas"]["Change"];
        };
        "Item-History": {
            list: string;
            key: string;
            moments: {
                assessment: components["schemas"]["Kept-Assessment"];
                isThere: boolean;
                /** @description null: unknown, or the record was not there */
                value?: unknown;
            }[];
            /** @description null: that was all */
            next: string | null;
        };
        "Found-Evidence": {
            assessment: components["schemas"]["Kept-Assessment"];
            /** @description in the order of the report; others are not there */
            evidence: components["schemas"]["Evidence"][];
        };
        "Found-Things": {
            assessment: components["schemas"]["Kept-Assessment"];
            things: components["schemas"]["Named-Thing"][];
        };
        "Named-Thing": {
            /** @description a key at the root of the report */
            list: string;
            /** @description of the record in it */
            key: string;
            name: string;
        };
        /** @description of the model of Backstage, or the wanted fields */
        "Catalogue-Entity": {
            kind: string;
            metadata: {
                name: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        "Catalogue-Page": {
            items: components["schemas"]["Catalogue-Entity"][];
            /** @description 0 where it was not to be counted */
            totalItems: number;
            pageInfo: {
                nextCursor?: string;
                prevCursor?: string;
            };
        };
        "Wanted-Entities": {
            entityRefs: string[];
            /** @default [] */
            fields: string[];
        };
        "Declared-Records": {
            declared: components["schemas"]["Declared"][];
            /** @description null: that was all */
            next: string | null;
        };
        Declared: {
            id: string;
            /** @description safe in an address */
            organisation: string;
            /** @enum {string} */
            kind: "correction" | "answer" | "survey" | "outcome" | "incident";
            /** @description what it is about, by ids: of each subject one record stands */
            subject: string[];
            statement: {
                /** @enum {string} */
                kind: "owner";
                /** @description id or name of the component */
                component: string;
                /** @description name of the team */
                owner: string;
            } | {
                /** @enum {string} */
                kind: "class";
                /** @description id or name of the component */
                component: string;
                /** @enum {string} */
                class: "product" | "platform" | "supporting" | "unknown";
            } | {
                /** @enum {string} */
                kind: "edge";
                /** @description id or name of the component that uses it, or does not */
                consumer: string;
                /** @description id, name or purl of the capability */
                capability: string;
                /**
                 * @description false: it is not used, whatever was found
                 * @default true
                 */
                present: boolean;
                /**
                 * Format: date
                 * @description day on which the use began; null: not known
                 * @default null
                 */
                from: string | null;
            } | {
                /** @enum {string} */
                kind: "bot";
                /** @description e-mail address, or the part before the @, of a service account */
                address: string;
            } | {
                /** @enum {string} */
                kind: "name";
                /** @description id or name of the component or capability */
                of: string;
                /** @description name to show */
                name: string;
            } | components["schemas"]["Stated-Answer"] | components["schemas"]["Stated-Survey"] | components["schemas"]["Stated-Outcome"] | components["schemas"]["Stated-Incident"];
            reason: string | null;
            /** @enum {string} */
            state: "standing" | "superseded" | "undone";
            at: components["schemas"]["Instant"];
            by: components["schemas"]["Declared-By"];
            /** @description which stood before */
            supersedes: string | null;
            supersededBy: string | null;
            undone: {
                at: components["schemas"]["Instant"];
                by: components["schemas"]["Declared-By"];
            } | null;
            /**
             * Format: uuid
             * @description the scan that concludes with it, or without it once it is undone; null: nothing is watched, and it counts from the first scan on
             */
            job: string | null;
        };
        "Stated-Answer": {
            /** @description its id, as the form of `fulcrum interview --form` has it */
            question: string;
            /** @description a choice, or text in your own words */
            answer: string;
            /** @description of who answers: engineering lead; never a name */
            role: string;
            /**
             * Format: date
             * @description absent: today
             */
            at: string;
            note: string;
        };
        "Stated-Survey": {
            /** @description what it is called: 2026 spring */
            name: string;
            /** @description how many were asked */
            invited: number;
            /** @description column → item, where they differ */
            columns: {
                [key: string]: string;
            };
            /** @description one for each respondent, as in the file of a survey */
            rows: {
                [key: string]: string | number | boolean | null;
            }[];
        };
        "Stated-Outcome": {
            /** @description id or name */
            component: string;
            /** @enum {string} */
            metric: "adoption" | "engagement" | "retention" | "revenue" | "nps" | "conversion" | "usability";
            /**
             * Format: date
             * @description YYYY-MM-DD
             */
            date: string;
            value: number;
            unit: string;
            /** @description where the figure is from */
            source: string;
            /** @description what exactly is counted */
            definition: string;
            target: number;
            /** @description people whom it concerns */
            reach: number;
        };
        "Stated-Incident": {
            id: string;
            /** @description what it befell */
            application: string;
            /** @description absent: production */
            environment: string;
            /** @description 2026-03-31, or 2026-03-31T12:00:00Z */
            started_at: string;
            /** @description absent: it goes on */
            finished_at: string;
            /** @description of the deployment that is blamed */
            deployment_id: string;
            artifact: string;
        };
        "Declared-By": {
            /** @enum {string} */
            identity: "nobody" | "machine" | "token" | "session" | "command";
            /** @description under a pseudonym once they were forgotten */
            actor: {
                id: string;
                name: string;
            } | null;
            token: {
                id: string;
                name: string;
            } | null;
        };
        "New-Declared": {
            /** @enum {string} */
            kind: "correction";
            statement: components["schemas"]["Stated-Correction"];
            /**
             * @description why it is right: shown beside the fact
             * @default null
             */
            reason: string | null;
        } | {
            /** @enum {string} */
            kind: "answer";
            statement: components["schemas"]["Stated-Answer"];
            /**
             * @description why it is right: shown beside the fact
             * @default null
             */
            reason: string | null;
        } | {
            /** @enum {string} */
            kind: "survey";
            statement: components["schemas"]["Stated-Survey"];
            /**
             * @description why it is right: shown beside the fact
             * @default null
             */
            reason: string | null;
        } | {
            /** @enum {string} */
            kind: "outcome";
            statement: components["schemas"]["Stated-Outcome"];
            /**
             * @description why it is right: shown beside the fact
             * @default null
             */
            reason: string | null;
        } | {
            /** @enum {string} */
            kind: "incident";
            statement: components["schemas"]["Stated-Incident"];
            /**
             * @description why it is right: shown beside the fact
             * @default null
             */
            reason: string | null;
        };
        "Stated-Correction": {
            /** @enum {string} */
            kind: "owner";
            /** @description id or name of the component */
            component: string;
            /** @description name of the team */
            owner: string;
        } | {
            /** @enum {string} */
            kind: "class";
            /** @description id or name of the component */
            component: string;
            /** @enum {string} */
            class: "product" | "platform" | "supporting" | "unknown";
        } | {
            /** @enum {string} */
            kind: "edge";
            /** @description id or name of the component that uses it, or does not */
            consumer: string;
            /** @description id, name or purl of the capability */
            capability: string;
            /**
             * @description false: it is not used, whatever was found
             * @default true
             */
            present: boolean;
            /**
             * Format: date
             * @description day on which the use began; null: not known
             * @default null
             */
            from: string | null;
        } | {
            /** @enum {string} */
            kind: "bot";
            /** @description e-mail address, or the part before the @, of a service account */
            address: string;
        } | {
            /** @enum {string} */
            kind: "name";
            /** @description id or name of the component or capability */
            of: string;
            /** @description name to show */
            name: string;
        };
        Watched: {
            /** @description safe in an address */
            organisation: string;
            /** @description null: scanned when somebody asks, or pushes */
            schedule: string | null;
            repositories: components["schemas"]["Watched-Repository"][];
        };
        "Watched-Repository": {
            id: string;
            /** @description safe in an address */
            organisation: string;
            /** @enum {string} */
            kind: "folder" | "address";
            /** @description a path of the service's machine, or what git fetches from */
            address: string;
            /** @description host/owner/name, as pushes name it */
            identity: string | null;
            addedAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description since when its copy is to be brought up to date
             */
            wantedAt: string | null;
            fetchedAt: components["schemas"]["Instant"] & (string | null);
            /** @description why it could not be, the last time */
            problem: string | null;
        };
        "New-Watched": {
            /** @description absolute */
            folder: string;
        } | {
            /** @description https://host/owner/name, ssh://git@host/owner/name, git@host:owner/name */
            address: string;
        };
        Scheduled: {
            /** @description null: none */
            schedule: string | null;
        };
        "Scan-Job": {
            id: components["schemas"]["Job-Id"];
            organisation: string;
            /**
             * @description waiting-again: tried again by itself; failed: only when somebody asks
             * @enum {string}
             */
            state: "waiting" | "waiting-again" | "running" | "completed" | "cancelled" | "failed";
            /** @description how often it was begun */
            attemptsCount: number;
            askedAt: components["schemas"]["Instant"];
            beginsAfter: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description the last attempt; null: not yet
             */
            begunAt: string | null;
            /**
             * Format: date-time
             * @description null: it has not ended
             */
            endedAt: string | null;
            /** @description of the last attempt that failed */
            problem: {
                code: string;
                message: string;
                next: string;
            } | null;
            /** @description that it made, or found to be the same still */
            assessment: string | null;
        };
        /** Format: uuid */
        "Job-Id": string;
        Jobs: {
            jobs: components["schemas"]["Scan-Job"][];
            /** @description null: that was all */
            next: string | null;
        };
        "Taken-Webhook": {
            /** @description false: that delivery came before, and nothing was done again */
            isNew: boolean;
            /** @description those that follow from it */
            jobs: components["schemas"]["Job-Id"][];
            /** @description what was kept of it, for each organisation that it concerns */
            deliveries: {
                /** @description evidence names it: `delivery:` and this number */
                id: string;
                /** @description false: it came before, and nothing was added */
                isNew: boolean;
                /** @description records that the next scan reads */
                takenCount: number;
                /** @description records that were not understood, and are listed */
                refusedCount: number;
                /** @description records that were understood, and are of no concern */
                passedCount: number;
                /** @description safe in an address */
                organisation: string;
            }[];
        };
        "Taken-Delivery": {
            /** @description evidence names it: `delivery:` and this number */
            id: string;
            /** @description false: it came before, and nothing was added */
            isNew: boolean;
            /** @description records that the next scan reads */
            takenCount: number;
            /** @description records that were not understood, and are listed */
            refusedCount: number;
            /** @description records that were understood, and are of no concern */
            passedCount: number;
        };
        "Refused-Records": {
            refused: components["schemas"]["Refused-Record"][];
            /** @description null: that was all */
            next: string | null;
        };
        "Refused-Record": {
            id: string;
            delivery: string;
            sender: string;
            /** @enum {string} */
            kind: "events" | "sli" | "surveys" | "outcomes";
            /** @description in the delivery; of a JSON list the number of the entry */
            line: number;
            reason: string;
            /** @description what to do about it */
            needs: string;
            /** @description as it was kept; null: it cannot be sent again */
            body: string | null;
            at: components["schemas"]["Instant"];
        };
        "Sent-Again": {
            isTaken: boolean;
            /** @description why it was refused once more; null: it was taken */
            reason: string | null;
            needs: string | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            /** @description of Fulcrum */
            version: string;
        };
        Readiness: {
            /** @enum {string} */
            status: "ready";
            /** @description which server */
            database: string;
        };
        "Signed-Out": Record<string, never>;
        Self: {
            /**
             * @description how it is known
             * @enum {string}
             */
            kind: "nobody" | "machine" | "token" | "session" | "command";
            /** @description of the person, or of the token */
            name: string | null;
            /** @enum {string|null} */
            role: "viewer" | "member" | "steward" | "admin" | null;
            /** @description null: all of them */
            organisations: string[] | null;
        };
        Sessions: {
            sessions: components["schemas"]["Session"][];
        };
        Session: {
            id: string;
            actor: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            role: "viewer" | "member" | "steward" | "admin";
            started: string;
            seen: string;
            /** @description whatever happens */
            ends: string;
            ended: string | null;
        };
        Actors: {
            actors: components["schemas"]["Actor"][];
        };
        Actor: {
            id: string;
            /** @description a pseudonym once they were forgotten */
            name: string;
            since: string;
            forgotten: string | null;
        };
        "Access-Tokens": {
            tokens: components["schemas"]["Access-Token"][];
        };
        "Access-Token": {
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "member" | "steward" | "admin";
            /** @description null: all of them */
            organisations: string[] | null;
            created: string;
            expires: string;
            revoked: string | null;
            /** @description a day */
            lastUsed: string | null;
        };
        "Created-Access-Token": {
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "member" | "steward" | "admin";
            /** @description null: all of them */
            organisations: string[] | null;
            created: string;
            expires: string;
            revoked: string | null;
            /** @description a day */
            lastUsed: string | null;
            /** @description shown this once */
            token: string;
        };
        "New-Access-Token": {
            /** @description what it is for */
            name: string;
            /** @enum {string} */
            role: "viewer" | "member" | "steward" | "admin";
            /**
             * @description for how long it is good
             * @default 90
             */
            days: number;
            /**
             * @description as they are called in addresses; null: all of them
             * @default null
             */
            organisations: string[] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their slugs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Known-Organisations"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Written-Report"];
            };
        };
        responses: {
            /** @description It is the current one already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description It is the current one from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description report-refused: The body is not a report of this version of Fulcrum */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisation: {
        parameters: {
            query?: {
                /** @description another one than the current one */
                assessment?: string;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its head, its sections and their sizes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation-Outline"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationAssessments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description of an answer before: give it back as it came */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kept-Assessments"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationAssessments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Written-Report"];
            };
        };
        responses: {
            /** @description It is the current one already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description It is the current one from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description report-refused: The body is not a report of this version of Fulcrum */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it can be looked at. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample-Offer"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is shown already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description It is shown from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported-Report"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description sample-not-built: The sample organisation is not built; slug-taken: Another organisation has that address; other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not shown any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description removed */
                        assessmentsCount: number;
                    };
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationSectionsBySection: {
        parameters: {
            query?: {
                /** @description another one than the current one */
                assessment?: string;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                section: "organisation" | "repositories" | "teams" | "components" | "capabilities" | "jobs" | "adoption" | "consumptions" | "duplication" | "delivery" | "reliability" | "documentation" | "stability" | "ownership" | "sharedRisks" | "maintainability" | "cognitiveLoad" | "layers" | "interview" | "experience" | "outcomes" | "usability" | "partners" | "roles" | "decisions" | "goals" | "staffing" | "maturity" | "lenses" | "value" | "signals" | "sourcing" | "problems" | "blindSpots" | "evidence" | "changes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the report has it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Whole-Section"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationSectionsBySectionItems: {
        parameters: {
            query?: {
                /** @description another one than the current one */
                assessment?: string;
                /** @description which list of the section; its first one if none is named */
                list?: "repositories" | "teams" | "components" | "capabilities" | "jobs" | "jobProposals" | "adoption" | "consumptions" | "delivery" | "deliveryRollUps" | "reliability" | "reliabilityRollUps" | "documentation" | "stability" | "cognitiveLoad" | "interview" | "outcomes" | "usability" | "roles" | "decisions" | "goals" | "problems" | "blindSpots" | "evidence" | "changes";
                /** @description `field:value`, or `field` alone where it has to be unknown; several of one field: any of them */
                where?: string[];
                /** @description a field of few values: how often each is there, among what the other fields leave */
                facet?: string[];
                /** @description a field, with a minus before it for the largest first; else as in the report */
                order?: string;
                limit?: number;
                /** @description of an answer before: give it back as it came */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                section: "organisation" | "repositories" | "teams" | "components" | "capabilities" | "jobs" | "adoption" | "consumptions" | "duplication" | "delivery" | "reliability" | "documentation" | "stability" | "ownership" | "sharedRisks" | "maintainability" | "cognitiveLoad" | "layers" | "interview" | "experience" | "outcomes" | "usability" | "partners" | "roles" | "decisions" | "goals" | "staffing" | "maturity" | "lenses" | "value" | "signals" | "sourcing" | "problems" | "blindSpots" | "evidence" | "changes";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page-of-Items"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationSectionsBySectionItemsByKey: {
        parameters: {
            query?: {
                /** @description another one than the current one */
                assessment?: string;
                /** @description which list of the section; its first one if none is named */
                list?: "repositories" | "teams" | "components" | "capabilities" | "jobs" | "jobProposals" | "adoption" | "consumptions" | "delivery" | "deliveryRollUps" | "reliability" | "reliabilityRollUps" | "documentation" | "stability" | "cognitiveLoad" | "interview" | "outcomes" | "usability" | "roles" | "decisions" | "goals" | "problems" | "blindSpots" | "evidence" | "changes";
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                section: "organisation" | "repositories" | "teams" | "components" | "capabilities" | "jobs" | "adoption" | "consumptions" | "duplication" | "delivery" | "reliability" | "documentation" | "stability" | "ownership" | "sharedRisks" | "maintainability" | "cognitiveLoad" | "layers" | "interview" | "experience" | "outcomes" | "usability" | "partners" | "roles" | "decisions" | "goals" | "staffing" | "maturity" | "lenses" | "value" | "signals" | "sourcing" | "problems" | "blindSpots" | "evidence" | "changes";
                /** @description of the record, as references have it */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found-Item"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationSectionsBySectionItemsByKeyHistory: {
        parameters: {
            query?: {
                /** @description which list of the section; its first one if none is named */
                list?: "repositories" | "teams" | "components" | "capabilities" | "jobs" | "jobProposals" | "adoption" | "consumptions" | "delivery" | "deliveryRollUps" | "reliability" | "reliabilityRollUps" | "documentation" | "stability" | "cognitiveLoad" | "interview" | "outcomes" | "usability" | "roles" | "decisions" | "goals" | "problems" | "blindSpots" | "evidence" | "changes";
                /** @description steps below with slashes, entries of lists by key; none: all of it */
                field?: string;
                limit?: number;
                /** @description of an answer before: give it back as it came */
                cursor?: components["schemas"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                section: "organisation" | "repositories" | "teams" | "components" | "capabilities" | "jobs" | "adoption" | "consumptions" | "duplication" | "delivery" | "reliability" | "documentation" | "stability" | "ownership" | "sharedRisks" | "maintainability" | "cognitiveLoad" | "layers" | "interview" | "experience" | "outcomes" | "usability" | "partners" | "roles" | "decisions" | "goals" | "staffing" | "maturity" | "lenses" | "value" | "signals" | "sourcing" | "problems" | "blindSpots" | "evidence" | "changes";
                /** @description of the record, as references have it */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item-History"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationEvidence: {
        parameters: {
            query: {
                /** @description another one than the current one */
                assessment?: string;
                /** @description `evidenceIds` of figures: ids=…&ids=… */
                ids: string[];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found-Evidence"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationSearch: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The likest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found-Things"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getApiCatalogEntities: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                /** @description paths, with commas between them */
                fields?: string[];
                /** @description `asc:metadata.name` */
                order?: string[];
                limit?: number;
                offset?: number | null;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"][];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getApiCatalogEntitiesByQuery: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                /** @description paths, with commas between them */
                fields?: string[];
                /** @description `metadata.name,asc` */
                orderField?: string[];
                limit?: number;
                offset?: number | null;
                cursor?: string;
                fullTextFilterTerm?: string;
                /** @description else those of the order; else name and title */
                fullTextFilterFields?: string[];
                totalItems?: "include" | "exclude";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Page"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getApiCatalogEntitiesByNameByKindByNamespaceByName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getApiCatalogEntitiesByUidByUid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postApiCatalogEntitiesByRefs: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wanted-Entities"];
            };
        };
        responses: {
            /** @description Null where there is none, or the filter leaves it out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["Catalogue-Entity"] & (Record<string, never> | null))[];
                    };
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getApiCatalogEntityFacets: {
        parameters: {
            query: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                facet: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By path, the most frequent value first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facets: {
                            [key: string]: {
                                value: string;
                                count: components["schemas"]["Count"];
                            }[];
                        };
                    };
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationCatalogEntities: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                /** @description paths, with commas between them */
                fields?: string[];
                /** @description `asc:metadata.name` */
                order?: string[];
                limit?: number;
                offset?: number | null;
                after?: string;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"][];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationCatalogEntitiesByQuery: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                /** @description paths, with commas between them */
                fields?: string[];
                /** @description `metadata.name,asc` */
                orderField?: string[];
                limit?: number;
                offset?: number | null;
                cursor?: string;
                fullTextFilterTerm?: string;
                /** @description else those of the order; else name and title */
                fullTextFilterFields?: string[];
                totalItems?: "include" | "exclude";
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Page"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationCatalogEntitiesByNameByKindByNamespaceByName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationCatalogEntitiesByUidByUid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                uid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue-Entity"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationCatalogEntitiesByRefs: {
        parameters: {
            query?: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Wanted-Entities"];
            };
        };
        responses: {
            /** @description Null where there is none, or the filter leaves it out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: (components["schemas"]["Catalogue-Entity"] & (Record<string, never> | null))[];
                    };
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationCatalogEntityFacets: {
        parameters: {
            query: {
                /** @description `kind=component,spec.type=service`; of several any */
                filter?: string[];
                facet: string[];
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By path, the most frequent value first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facets: {
                            [key: string]: {
                                value: string;
                                count: components["schemas"]["Count"];
                            }[];
                        };
                    };
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postMcpByOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What was asked, as JSON-RPC. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The messages ask for nothing. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationDeclared: {
        parameters: {
            query?: {
                kind?: "correction" | "answer" | "survey" | "outcome" | "incident";
                state?: "standing" | "superseded" | "undone";
                /** @description one of the subject's texts, as an id */
                about?: string;
                limit?: number;
                /** @description the `next` of an answer before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared-Records"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationDeclared: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["New-Declared"];
            };
        };
        responses: {
            /** @description It stands, and names what it supersedes; the scan `job` concludes with it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description other-version: It was written by another version of Fulcrum */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description seen-changed: What was seen has changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description statement-refused: What was stated cannot be taken; key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationDeclaredById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with an ETag for If-Match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteOrganisationsByOrganisationDeclaredById: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is undone; twice is once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Declared"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description seen-changed: What was seen has changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationRepositories: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which they were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationRepositories: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["New-Watched"];
            };
        };
        responses: {
            /** @description It is watched, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched-Repository"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description place-refused: The service may not read that folder or address; key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteOrganisationsByOrganisationRepositoriesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was watched. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watched-Repository"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    putOrganisationsByOrganisationSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Scheduled"];
            };
        };
        responses: {
            /** @description So it is from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scheduled"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-watched: Nothing of that organisation is watched */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationScans: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It begins as soon as a worker is free. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan-Job"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-watched: Nothing of that organisation is watched */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getJobs: {
        parameters: {
            query?: {
                /** @description safe in an address */
                organisation?: string;
                state?: "waiting" | "waiting-again" | "running" | "completed" | "cancelled" | "failed";
                limit?: number;
                /** @description the `next` of an answer before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Jobs"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getJobsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Job-Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan-Job"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postJobsByIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Job-Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It begins as soon as a worker is free. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan-Job"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description job-not-failed: The job has not failed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getJobsByIdEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Job-Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events with id, at, kind and detail, each named by its kind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postWebhooksGithub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It was taken, and is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Webhook"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description signature-refused: The sender of a push is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postWebhooksGitlab: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It was taken, and is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Webhook"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description signature-refused: The sender of a push is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postWebhooksPagerduty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It was taken, and is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Webhook"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description signature-refused: The sender of a push is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postWebhooksOpsgenie: {
        parameters: {
            query: {
                /** @description whose alerts these are */
                organisation: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It was taken, and is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postWebhooksAlertmanager: {
        parameters: {
            query: {
                /** @description whose alerts these are */
                organisation: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It was taken, and is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationIngestEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept; the next scan reads it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationIngestSli: {
        parameters: {
            query: {
                /** @description what it is called; what comes later under it takes its place */
                name: string;
            };
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept; the next scan reads it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationIngestSurveys: {
        parameters: {
            query: {
                /** @description what it is called; what comes later under it takes its place */
                name: string;
            };
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept; the next scan reads it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationIngestOutcomes: {
        parameters: {
            query?: {
                /** @description what comes later under it takes its place */
                name?: string;
            };
            header?: {
                /** @description such as a UUID: acted upon once, however often it is sent, within 30 days */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is kept; the next scan reads it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken-Delivery"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description key-used: The key of the request came with another request before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getOrganisationsByOrganisationIngestRefused: {
        parameters: {
            query?: {
                limit?: number;
                /** @description the `next` of an answer before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refused-Records"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postOrganisationsByOrganisationIngestByIdAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description safe in an address */
                organisation: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent-Again"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can, and is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenMetrics where it is asked for, else the older format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getSignIn: {
        parameters: {
            query?: {
                /** @description the path of this service to come back to */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date; sign-in-unavailable: The provider of identities does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getSignInCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To where the browser came from. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description sign-in-refused: The sign-in cannot be trusted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date; sign-in-unavailable: The provider of identities does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signed-Out"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Self"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions that have not ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteSessionsBySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getActors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them; who was forgotten under a pseudonym. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actors"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteActorsByActor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actor: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, also those that expired or were revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access-Tokens"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["New-Access-Token"];
            };
        };
        responses: {
            /** @description The token, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created-Access-Token"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description too-large: The request is larger than is taken */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unsupported-media-type: The body is of a kind that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    deleteTokensByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access-Token"];
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description cross-site: The request comes from a page of somebody else */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description not-found: There is nothing at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description a day, UTC */
                since?: string;
                /** @description a day, UTC, which is not in it any more */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description malformed-request: The request cannot be understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description wrong-host: The request is addressed to another host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description unexpected: Fulcrum met something that it was not written for */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
            /** @description database-failed: The database cannot be reached, or is not up to date */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem-Details"];
                };
            };
        };
    };
}

export const problemCodes = [
  "malformed-request",
  "not-signed-in",
  "sign-in-refused",
  "not-allowed",
  "signature-refused",
  "cross-site",
  "not-found",
  "method-not-allowed",
  "other-version",
  "not-watched",
  "slug-taken",
  "sample-not-built",
  "job-not-failed",
  "seen-changed",
  "too-large",
  "unsupported-media-type",
  "wrong-host",
  "report-refused",
  "statement-refused",
  "too-many-requests",
  "place-refused",
  "key-used",
  "unexpected",
  "sign-in-unavailable",
  "database-failed"
] as const;
export const keyedPosts = [
  "/api/v1/organisations/{organisation}/declared",
  "/api/v1/organisations/{organisation}/repositories",
  "/api/v1/organisations/{organisation}/scans",
  "/api/v1/jobs/{id}/retry",
  "/api/v1/organisations/{organisation}/ingest/events",
  "/api/v1/organisations/{organisation}/ingest/sli",
  "/api/v1/organisations/{organisation}/ingest/surveys",
  "/api/v1/organisations/{organisation}/ingest/outcomes"
] as const;
export const sectionOfList = {
  "repositories": "repositories",
  "teams": "teams",
  "components": "components",
  "capabilities": "capabilities",
  "jobs": "jobs",
  "jobProposals": "jobs",
  "adoption": "adoption",
  "consumptions": "consumptions",
  "delivery": "delivery",
  "deliveryRollUps": "delivery",
  "reliability": "reliability",
  "reliabilityRollUps": "reliability",
  "documentation": "documentation",
  "stability": "stability",
  "cognitiveLoad": "cognitiveLoad",
  "interview": "interview",
  "outcomes": "outcomes",
  "usability": "usability",
  "roles": "roles",
  "decisions": "decisions",
  "goals": "goals",
  "problems": "problems",
  "blindSpots": "blindSpots",
  "evidence": "evidence",
  "changes": "changes"
} as const;
