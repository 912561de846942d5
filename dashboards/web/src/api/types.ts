// Made from the OpenAPI document by `npm run client`. Change the schemas of the api instead.

export type paths = {
    "/api/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one signs in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            oidc?: {
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in; with a code where SECOND_FACTOR_NEEDED was answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read oneself */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set one’s language */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s password; all other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s open sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                id: string;
                                createdAt: number;
                                usedAt: number;
                                until: number;
                                address?: string;
                                agent?: string;
                                current: boolean;
                            }[];
                            now: number;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator; it counts once its first code was sent to confirm */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn it on by its first code; answers recovery codes, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recovery: string[];
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use no authenticator any more, by the password and a code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the provider of single sign-on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from the provider of single sign-on */
        get: {
            parameters: {
                query?: {
                    code?: string;
                    state?: string;
                    iss?: string;
                    error?: string;
                    error_description?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be known by the provider of single sign-on from now on: go to the address that it answers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who signs in, who is proposed and who has left */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Propose that somebody joins */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change name, roles, department and accounts; what they may do counts at once */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserChangeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in whom another proposed; answers a password that is good once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserWithPassword"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in no more until they are taken up again; their sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take somebody up again who was suspended */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the failed tries of somebody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody has left, or refuse a proposal; answers what they leave open, for another to go on with */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeaveBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserLeft"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a password that is good once; with `secondFactor` true their authenticator is forgotten too */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserWithPassword"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tokens */
        get: {
            parameters: {
                query?: {
                    /** @description Everybody’s, for administrators */
                    all?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a token, shown this once: `Authorization: Bearer hy_…` */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenMade"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a token of one’s own may be given */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenActions"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tickets */
        get: {
            parameters: {
                query?: {
                    /** @description Words, "phrases", -not, OR, parentheses, field:value; docs/search.md tells all of it */
                    q?: string;
                    status?: components["schemas"]["TicketStatus"][];
                    label?: components["schemas"]["Label"][];
                    level?: components["schemas"]["RiskLevel"][];
                    urgent?: boolean;
                    review?: boolean;
                    account?: string[];
                    platform?: components["schemas"]["PlatformName"][];
                    department?: string[];
                    /** @description Those that are open or being handled and whose due time is past */
                    overdue?: "true";
                    /** @description Ids of who has it in hand; `me`: who asks */
                    assignee?: string[];
                    /** @description Whether nobody has it in hand */
                    unassigned?: boolean;
                    tag?: string[];
                    reply?: components["schemas"]["ReplyState"][];
                    /** @description Its reply is not by who asks: they may be the second person */
                    notMine?: "true";
                    /** @description Minutes: those that are open or being handled and fall due from now on within so many */
                    dueWithin?: number;
                    sort?: "due" | "newest" | "risk";
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a ticket */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count tickets */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Counts"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody cares for it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what it is: a person outranks a model */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close without a reply */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the last word needs no reply; what was never answered is closed without one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what the same person did in the last minute
         * @description Refused with UNDO_OVERTAKEN when the citizen, the platform or another person changed since what it changed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UndoBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is to be seen of a text before it goes to review; changes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Checked"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a public reply for review; REPLY_REFUSED says what must be changed first */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies/{reply}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that exactly this text was read and is good */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReviewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies/{reply}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it back to its author, and why */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies/{reply}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an important reply leave, as the head */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReviewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies/{reply}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what has not left */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for words for a draft box, from approved answers and with their sources; changes no ticket */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file: PDF, JPEG, PNG, WebP, DOCX, XLSX, TXT or MP4 of 10 MB at most; it is no turn */
        post: {
            parameters: {
                query?: {
                    dispatch?: string;
                };
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save a file; its checksum is looked at before it is sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    attachment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/replies/{reply}/confirm-attested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say, as a second person, that it stands there */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/attested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a reply was posted by hand, when, and what shows it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AttestBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a ticket that was reported upward, or name who alone may answer on it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a citizen's comment is removed, on a legal ground; a head who is another person decides */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RemovalBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/removals/{moderation}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the platform remove the comment, as a head */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    moderation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/removals/{moderation}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the comment stays, and why, as a head */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    moderation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/elected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a comment to the public (精选), or no longer */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ElectBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a department to act */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DispatchBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign for it, as the department */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the result; the citizen is told by a reply */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InstructionDoneBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/bounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send back what is not theirs, on what grounds, and whose it is */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BounceBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it back from the department */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rule whose it is, for good */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        department: string;
                        grounds: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the case to another department */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransferBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the links to a dispatch, without their addresses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DispatchLinks"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a link to a dispatch for somebody without an account; its address is answered here only */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    dispatch: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DispatchLinkBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DispatchLinkIssued"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/dispatches/{dispatch}/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a link for good */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    dispatch: string;
                    link: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DispatchLinks"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Watch that it is done by a time */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SuperviseBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/supervisions/{supervision}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Watch it no more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    supervision: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what another person decides */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/asks/{ask}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant or refuse what another person asked */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    ask: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How content the citizen was, 1 to 5 */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        score: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/clocks/{clock}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a clock; it goes on by itself after the longest that the policy allows */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    clock: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PauseBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/clocks/{clock}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused clock go on with what was left */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    clock: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge two tickets: the younger joins the elder and is the answer */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a ticket that was merged go on alone */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two cases belong together; both go on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RelateBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/relations/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Say that they do not belong together */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    other: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every version of the templates of replies */
        get: {
            parameters: {
                query?: {
                    /** @description Only those for this ticket, with its values */
                    ticket?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a version of a template, approve it, or say when it ends; its content never changes */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TemplateBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reply-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the lists by which replies are checked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplyListsView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the lists by which replies are checked */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sensitive: {
                            word: string;
                            /** @enum {string} */
                            severity: "refuse" | "warn";
                            instead?: string;
                        }[];
                        cold: {
                            words: string[];
                            whole?: boolean;
                            unless?: string[];
                            /** @enum {string} */
                            notUs?: "polite" | "blunt";
                            instead?: string;
                        }[];
                        officePhones: string[];
                        hosts: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplyListsView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who can sign in, and the departments: those of the office, or classes of departments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Directory"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search comments */
        get: {
            parameters: {
                query?: {
                    /** @description Words, "phrases", -not, OR, parentheses, field:value; docs/search.md tells all of it */
                    q?: string;
                    label?: components["schemas"]["Label"][];
                    level?: components["schemas"]["RiskLevel"][];
                    sentiment?: components["schemas"]["SentimentName"][];
                    account?: string[];
                    platform?: components["schemas"]["PlatformName"][];
                    post?: string;
                    ours?: boolean;
                    from?: number;
                    to?: number;
                    sort?: "newest" | "oldest";
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CommentList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a comment by hand; adding it twice adds it once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandComment"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandTaken"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search tickets, comments, replies or posts */
        get: {
            parameters: {
                query?: {
                    what?: "tickets" | "comments" | "replies" | "posts";
                    /** @description In the language that docs/search.md tells of */
                    q?: string;
                    sort?: "relevance" | "date" | "risk" | "due";
                    /** @description Counts what was found by its values too */
                    facets?: "true";
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/like/{what}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is about the same as a ticket, comment, reply or post */
        get: {
            parameters: {
                query?: {
                    /** @description Of a comment or a reply: its publishedAt */
                    at?: number;
                };
                header?: never;
                path: {
                    what: "tickets" | "comments" | "replies" | "posts";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LikeAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest alerts, of all tickets or of one */
        get: {
            parameters: {
                query?: {
                    ticket?: string;
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what is masked of a ticket or a comment; who saw it and why is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ticket?: string;
                        comment?: string;
                        publishedAt?: number;
                        /** @description Why it has to be seen */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ticket?: components["schemas"]["TicketView"];
                            comment?: components["schemas"]["ThreadComment"];
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what and when, the newest first, each with its link in the trail */
        get: {
            parameters: {
                query?: {
                    from?: number;
                    to?: number;
                    /** @description Id of who did it */
                    person?: string;
                    type?: components["schemas"]["EventType"];
                    /** @description Id or number of a ticket, or of what is none, such as `person/li` */
                    subject?: string;
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrailPage"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the trail has come, its last anchor and its last verification */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrailState"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a period with its proof, as JSON lines; `huiyin audit verify --file` proves it */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parked messages */
        get: {
            parameters: {
                query?: {
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParkedList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parked/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a parked message on its topic again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParkedRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List persons who can be told */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add or change a person, their leave too */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        department?: string;
                        role?: string;
                        contacts: {
                            channel: string;
                            address: string;
                        }[];
                        leave: {
                            from: number;
                            to: number;
                        }[];
                        deputy?: string;
                        muteBelow?: components["schemas"]["RiskLevel"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how departments are reached */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DutyList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duties/{department}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how a department is reached */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    department: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        department: string;
                        head?: string;
                        roster?: string;
                        contacts: {
                            channel: string;
                            address: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DutyRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rosters */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add or change a roster */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        zone: "Asia/Shanghai";
                        weekly: {
                            days: number[];
                            from: string;
                            to: string;
                            people: string[];
                        }[];
                        dated: {
                            from: number;
                            to: number;
                            people: string[];
                        }[];
                        handOver: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RosterRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiet-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read when only what is urgent is told */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuietHoursView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say when only what is urgent is told */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuietHours"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuietHoursView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ladders with their problems */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LadderList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ladders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a new version of a ladder; refused with all that is wrong with it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Ladder"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LadderSaved"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List policies, with examples */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a new policy; refused with all that is wrong with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a policy would promise, and what it would have done to the tickets of the last 24 hours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a new version of a calendar; it may begin in the past, as notices of holidays do */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say who changed which settings last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingOverview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the settings of a kind with their last change */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{what}/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say who changed a setting when, and what became other */
        get: {
            parameters: {
                query?: {
                    /** @description `before` of the page before */
                    before?: number;
                };
                header?: never;
                path: {
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevisionList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{what}/{id}/revisions/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a setting as it was */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
                    id: string;
                    n: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevisionView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{what}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a setting count again as it was; refused with all that is wrong with it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RestoreBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingLast"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/export.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take out what the house keeps of its settings; secrets stay */
        get: {
            parameters: {
                query?: {
                    what?: ("accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/yaml": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take settings from a file, after a dry run */
        post: {
            parameters: {
                query?: {
                    /** @description Say what would become of it, and change nothing */
                    dryRun?: boolean;
                    /** @description Of the dry run before */
                    digest?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/yaml": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportReport"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/synonyms/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the setting synonyms */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                weight: number;
                                groups: {
                                    words: string[];
                                }[];
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the setting synonyms */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weight: number;
                        groups: {
                            words: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                weight: number;
                                groups: {
                                    words: string[];
                                }[];
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/synonyms/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with another synonyms, and what would become other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weight: number;
                        groups: {
                            words: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseSettingPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/incident-rules/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the setting incident-rules */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                /** @enum {string} */
                                sensitivity: "low" | "medium" | "high";
                                natures: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    reasons?: string[];
                                    words?: string[];
                                    departments?: string[];
                                    share?: number;
                                }[];
                                scales: {
                                    /** @enum {string} */
                                    scale: "small" | "medium" | "large" | "huge";
                                    comments?: number;
                                    people?: number;
                                    accounts?: number;
                                    platforms?: number;
                                }[];
                                trend: {
                                    rising: number;
                                    falling: number;
                                };
                                levels: {
                                    nature: string;
                                    /** @enum {string} */
                                    scale: "small" | "medium" | "large" | "huge";
                                    rising: components["schemas"]["RiskLevel"];
                                    steady: components["schemas"]["RiskLevel"];
                                    falling: components["schemas"]["RiskLevel"];
                                    /** @enum {string} */
                                    impact: "single" | "local" | "regional" | "wide";
                                }[];
                                lowerAfter: number;
                                procedures: {
                                    /** @enum {string} */
                                    blue: "general" | "major";
                                    /** @enum {string} */
                                    yellow: "general" | "major";
                                    /** @enum {string} */
                                    orange: "general" | "major";
                                    /** @enum {string} */
                                    red: "general" | "major";
                                };
                                urgentFrom: components["schemas"]["RiskLevel"];
                                steps: number[];
                                chain: {
                                    from: components["schemas"]["RiskLevel"];
                                    to: ((({
                                        /** @enum {string} */
                                        kind: "person";
                                        person: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "roster";
                                        roster: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "department-head";
                                        department?: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "channel";
                                        channel: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "role";
                                        role: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "address";
                                        channel: string;
                                        address: string;
                                        name: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "channels";
                                    })[];
                                    receipt: boolean;
                                }[];
                                tracks: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    procedure: "general" | "major";
                                    within: number;
                                    /** @enum {string} */
                                    by: "published" | "steps";
                                }[];
                                plan: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    procedure: "general" | "major";
                                    owner: string;
                                    track?: string;
                                    /** @enum {string} */
                                    byStatement?: "clarification" | "holding" | "update" | "briefing";
                                }[];
                                mutes: {
                                    name: string;
                                    words: string[];
                                    accounts?: string[];
                                    below: components["schemas"]["RiskLevel"];
                                    until?: number;
                                }[];
                                falseAlarmFactor: number;
                                reopenWithin: number;
                                staleAfter: number;
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the setting incident-rules */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        sensitivity: "low" | "medium" | "high";
                        natures: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            reasons?: string[];
                            words?: string[];
                            departments?: string[];
                            share?: number;
                        }[];
                        scales: {
                            /** @enum {string} */
                            scale: "small" | "medium" | "large" | "huge";
                            comments?: number;
                            people?: number;
                            accounts?: number;
                            platforms?: number;
                        }[];
                        trend: {
                            rising: number;
                            falling: number;
                        };
                        levels: {
                            nature: string;
                            /** @enum {string} */
                            scale: "small" | "medium" | "large" | "huge";
                            rising: components["schemas"]["RiskLevel"];
                            steady: components["schemas"]["RiskLevel"];
                            falling: components["schemas"]["RiskLevel"];
                            /** @enum {string} */
                            impact: "single" | "local" | "regional" | "wide";
                        }[];
                        lowerAfter: number;
                        procedures: {
                            /** @enum {string} */
                            blue: "general" | "major";
                            /** @enum {string} */
                            yellow: "general" | "major";
                            /** @enum {string} */
                            orange: "general" | "major";
                            /** @enum {string} */
                            red: "general" | "major";
                        };
                        urgentFrom: components["schemas"]["RiskLevel"];
                        steps: number[];
                        chain: {
                            from: components["schemas"]["RiskLevel"];
                            to: ((({
                                /** @enum {string} */
                                kind: "person";
                                person: string;
                            } | {
                                /** @enum {string} */
                                kind: "roster";
                                roster: string;
                            } | {
                                /** @enum {string} */
                                kind: "department-head";
                                department?: string;
                            } | {
                                /** @enum {string} */
                                kind: "channel";
                                channel: string;
                            }) | {
                                /** @enum {string} */
                                kind: "role";
                                role: string;
                            } | {
                                /** @enum {string} */
                                kind: "address";
                                channel: string;
                                address: string;
                                name: string;
                            }) | {
                                /** @enum {string} */
                                kind: "channels";
                            })[];
                            receipt: boolean;
                        }[];
                        tracks: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            procedure: "general" | "major";
                            within: number;
                            /** @enum {string} */
                            by: "published" | "steps";
                        }[];
                        plan: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            procedure: "general" | "major";
                            owner: string;
                            track?: string;
                            /** @enum {string} */
                            byStatement?: "clarification" | "holding" | "update" | "briefing";
                        }[];
                        mutes: {
                            name: string;
                            words: string[];
                            accounts?: string[];
                            below: components["schemas"]["RiskLevel"];
                            until?: number;
                        }[];
                        falseAlarmFactor: number;
                        reopenWithin: number;
                        staleAfter: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                /** @enum {string} */
                                sensitivity: "low" | "medium" | "high";
                                natures: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    reasons?: string[];
                                    words?: string[];
                                    departments?: string[];
                                    share?: number;
                                }[];
                                scales: {
                                    /** @enum {string} */
                                    scale: "small" | "medium" | "large" | "huge";
                                    comments?: number;
                                    people?: number;
                                    accounts?: number;
                                    platforms?: number;
                                }[];
                                trend: {
                                    rising: number;
                                    falling: number;
                                };
                                levels: {
                                    nature: string;
                                    /** @enum {string} */
                                    scale: "small" | "medium" | "large" | "huge";
                                    rising: components["schemas"]["RiskLevel"];
                                    steady: components["schemas"]["RiskLevel"];
                                    falling: components["schemas"]["RiskLevel"];
                                    /** @enum {string} */
                                    impact: "single" | "local" | "regional" | "wide";
                                }[];
                                lowerAfter: number;
                                procedures: {
                                    /** @enum {string} */
                                    blue: "general" | "major";
                                    /** @enum {string} */
                                    yellow: "general" | "major";
                                    /** @enum {string} */
                                    orange: "general" | "major";
                                    /** @enum {string} */
                                    red: "general" | "major";
                                };
                                urgentFrom: components["schemas"]["RiskLevel"];
                                steps: number[];
                                chain: {
                                    from: components["schemas"]["RiskLevel"];
                                    to: ((({
                                        /** @enum {string} */
                                        kind: "person";
                                        person: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "roster";
                                        roster: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "department-head";
                                        department?: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "channel";
                                        channel: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "role";
                                        role: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "address";
                                        channel: string;
                                        address: string;
                                        name: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "channels";
                                    })[];
                                    receipt: boolean;
                                }[];
                                tracks: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    procedure: "general" | "major";
                                    within: number;
                                    /** @enum {string} */
                                    by: "published" | "steps";
                                }[];
                                plan: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    procedure: "general" | "major";
                                    owner: string;
                                    track?: string;
                                    /** @enum {string} */
                                    byStatement?: "clarification" | "holding" | "update" | "briefing";
                                }[];
                                mutes: {
                                    name: string;
                                    words: string[];
                                    accounts?: string[];
                                    below: components["schemas"]["RiskLevel"];
                                    until?: number;
                                }[];
                                falseAlarmFactor: number;
                                reopenWithin: number;
                                staleAfter: number;
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/incident-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with another incident-rules, and what would become other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        sensitivity: "low" | "medium" | "high";
                        natures: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            reasons?: string[];
                            words?: string[];
                            departments?: string[];
                            share?: number;
                        }[];
                        scales: {
                            /** @enum {string} */
                            scale: "small" | "medium" | "large" | "huge";
                            comments?: number;
                            people?: number;
                            accounts?: number;
                            platforms?: number;
                        }[];
                        trend: {
                            rising: number;
                            falling: number;
                        };
                        levels: {
                            nature: string;
                            /** @enum {string} */
                            scale: "small" | "medium" | "large" | "huge";
                            rising: components["schemas"]["RiskLevel"];
                            steady: components["schemas"]["RiskLevel"];
                            falling: components["schemas"]["RiskLevel"];
                            /** @enum {string} */
                            impact: "single" | "local" | "regional" | "wide";
                        }[];
                        lowerAfter: number;
                        procedures: {
                            /** @enum {string} */
                            blue: "general" | "major";
                            /** @enum {string} */
                            yellow: "general" | "major";
                            /** @enum {string} */
                            orange: "general" | "major";
                            /** @enum {string} */
                            red: "general" | "major";
                        };
                        urgentFrom: components["schemas"]["RiskLevel"];
                        steps: number[];
                        chain: {
                            from: components["schemas"]["RiskLevel"];
                            to: ((({
                                /** @enum {string} */
                                kind: "person";
                                person: string;
                            } | {
                                /** @enum {string} */
                                kind: "roster";
                                roster: string;
                            } | {
                                /** @enum {string} */
                                kind: "department-head";
                                department?: string;
                            } | {
                                /** @enum {string} */
                                kind: "channel";
                                channel: string;
                            }) | {
                                /** @enum {string} */
                                kind: "role";
                                role: string;
                            } | {
                                /** @enum {string} */
                                kind: "address";
                                channel: string;
                                address: string;
                                name: string;
                            }) | {
                                /** @enum {string} */
                                kind: "channels";
                            })[];
                            receipt: boolean;
                        }[];
                        tracks: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            procedure: "general" | "major";
                            within: number;
                            /** @enum {string} */
                            by: "published" | "steps";
                        }[];
                        plan: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            procedure: "general" | "major";
                            owner: string;
                            track?: string;
                            /** @enum {string} */
                            byStatement?: "clarification" | "holding" | "update" | "briefing";
                        }[];
                        mutes: {
                            name: string;
                            words: string[];
                            accounts?: string[];
                            below: components["schemas"]["RiskLevel"];
                            until?: number;
                        }[];
                        falseAlarmFactor: number;
                        reopenWithin: number;
                        staleAfter: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseSettingPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/report-plan/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the setting report-plan */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                issuer: string;
                                mark: string;
                                minimumSample: number;
                                rounds: {
                                    /** @enum {string} */
                                    kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                                    on: boolean;
                                    day: number;
                                    at: string;
                                    to: (({
                                        /** @enum {string} */
                                        kind: "person";
                                        person: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "roster";
                                        roster: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "department-head";
                                        department?: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "channel";
                                        channel: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "role";
                                        role: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "address";
                                        channel: string;
                                        address: string;
                                        name: string;
                                    })[];
                                    receipt: boolean;
                                    files: ("docx" | "pdf" | "xlsx" | "html")[];
                                }[];
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the setting report-plan */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        issuer: string;
                        mark: string;
                        minimumSample: number;
                        rounds: {
                            /** @enum {string} */
                            kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                            on: boolean;
                            day: number;
                            at: string;
                            to: (({
                                /** @enum {string} */
                                kind: "person";
                                person: string;
                            } | {
                                /** @enum {string} */
                                kind: "roster";
                                roster: string;
                            } | {
                                /** @enum {string} */
                                kind: "department-head";
                                department?: string;
                            } | {
                                /** @enum {string} */
                                kind: "channel";
                                channel: string;
                            }) | {
                                /** @enum {string} */
                                kind: "role";
                                role: string;
                            } | {
                                /** @enum {string} */
                                kind: "address";
                                channel: string;
                                address: string;
                                name: string;
                            })[];
                            receipt: boolean;
                            files: ("docx" | "pdf" | "xlsx" | "html")[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                issuer: string;
                                mark: string;
                                minimumSample: number;
                                rounds: {
                                    /** @enum {string} */
                                    kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                                    on: boolean;
                                    day: number;
                                    at: string;
                                    to: (({
                                        /** @enum {string} */
                                        kind: "person";
                                        person: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "roster";
                                        roster: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "department-head";
                                        department?: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "channel";
                                        channel: string;
                                    }) | {
                                        /** @enum {string} */
                                        kind: "role";
                                        role: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "address";
                                        channel: string;
                                        address: string;
                                        name: string;
                                    })[];
                                    receipt: boolean;
                                    files: ("docx" | "pdf" | "xlsx" | "html")[];
                                }[];
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/report-plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with another report-plan, and what would become other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        issuer: string;
                        mark: string;
                        minimumSample: number;
                        rounds: {
                            /** @enum {string} */
                            kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                            on: boolean;
                            day: number;
                            at: string;
                            to: (({
                                /** @enum {string} */
                                kind: "person";
                                person: string;
                            } | {
                                /** @enum {string} */
                                kind: "roster";
                                roster: string;
                            } | {
                                /** @enum {string} */
                                kind: "department-head";
                                department?: string;
                            } | {
                                /** @enum {string} */
                                kind: "channel";
                                channel: string;
                            }) | {
                                /** @enum {string} */
                                kind: "role";
                                role: string;
                            } | {
                                /** @enum {string} */
                                kind: "address";
                                channel: string;
                                address: string;
                                name: string;
                            })[];
                            receipt: boolean;
                            files: ("docx" | "pdf" | "xlsx" | "html")[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseSettingPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/appraisal-rules/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the setting appraisal-rules */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                weights: {
                                    account: {
                                        publications: number;
                                        rhythm: number;
                                        quality: number;
                                        reads: number;
                                        likes: number;
                                        comments: number;
                                        reposts: number;
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                    department: {
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                    person: {
                                        publications: number;
                                        rhythm: number;
                                        quality: number;
                                        reads: number;
                                        likes: number;
                                        comments: number;
                                        reposts: number;
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                };
                                curves: {
                                    publications: {
                                        at: number;
                                        points: number;
                                    }[];
                                    rhythm: {
                                        at: number;
                                        points: number;
                                    }[];
                                    quality: {
                                        at: number;
                                        points: number;
                                    }[];
                                    reads: {
                                        at: number;
                                        points: number;
                                    }[];
                                    likes: {
                                        at: number;
                                        points: number;
                                    }[];
                                    comments: {
                                        at: number;
                                        points: number;
                                    }[];
                                    reposts: {
                                        at: number;
                                        points: number;
                                    }[];
                                    replied: {
                                        at: number;
                                        points: number;
                                    }[];
                                    onTime: {
                                        at: number;
                                        points: number;
                                    }[];
                                    satisfaction: {
                                        at: number;
                                        points: number;
                                    }[];
                                    security: {
                                        at: number;
                                        points: number;
                                    }[];
                                };
                                least: {
                                    ratedPosts: number;
                                    cases: number;
                                    voices: number;
                                };
                                bands: {
                                    excellent: number;
                                    good: number;
                                    pass: number;
                                };
                                most: {
                                    bonus: number;
                                    deduction: number;
                                };
                                settleDays: number;
                                objectWithin: number;
                                sample: {
                                    perAccount: number;
                                    seed: string;
                                };
                                register: {
                                    countedDays: number;
                                    violations: {
                                        id: string;
                                        zh: string;
                                        en: string;
                                        points: number;
                                    }[];
                                    incidents: {
                                        minor: number;
                                        serious: number;
                                        grave: number;
                                    };
                                    reward: number;
                                    training: {
                                        perHour: number;
                                        most: number;
                                    };
                                    appealWithin: number;
                                    answerWithin: number;
                                };
                                proposes: {
                                    unansweredHours: number;
                                    silentDays: number;
                                    bounces: number;
                                };
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the setting appraisal-rules */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weights: {
                            account: {
                                publications: number;
                                rhythm: number;
                                quality: number;
                                reads: number;
                                likes: number;
                                comments: number;
                                reposts: number;
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                            department: {
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                            person: {
                                publications: number;
                                rhythm: number;
                                quality: number;
                                reads: number;
                                likes: number;
                                comments: number;
                                reposts: number;
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                        };
                        curves: {
                            publications: {
                                at: number;
                                points: number;
                            }[];
                            rhythm: {
                                at: number;
                                points: number;
                            }[];
                            quality: {
                                at: number;
                                points: number;
                            }[];
                            reads: {
                                at: number;
                                points: number;
                            }[];
                            likes: {
                                at: number;
                                points: number;
                            }[];
                            comments: {
                                at: number;
                                points: number;
                            }[];
                            reposts: {
                                at: number;
                                points: number;
                            }[];
                            replied: {
                                at: number;
                                points: number;
                            }[];
                            onTime: {
                                at: number;
                                points: number;
                            }[];
                            satisfaction: {
                                at: number;
                                points: number;
                            }[];
                            security: {
                                at: number;
                                points: number;
                            }[];
                        };
                        least: {
                            ratedPosts: number;
                            cases: number;
                            voices: number;
                        };
                        bands: {
                            excellent: number;
                            good: number;
                            pass: number;
                        };
                        most: {
                            bonus: number;
                            deduction: number;
                        };
                        settleDays: number;
                        objectWithin: number;
                        sample: {
                            perAccount: number;
                            seed: string;
                        };
                        register: {
                            countedDays: number;
                            violations: {
                                id: string;
                                zh: string;
                                en: string;
                                points: number;
                            }[];
                            incidents: {
                                minor: number;
                                serious: number;
                                grave: number;
                            };
                            reward: number;
                            training: {
                                perHour: number;
                                most: number;
                            };
                            appealWithin: number;
                            answerWithin: number;
                        };
                        proposes: {
                            unansweredHours: number;
                            silentDays: number;
                            bounces: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: {
                                weights: {
                                    account: {
                                        publications: number;
                                        rhythm: number;
                                        quality: number;
                                        reads: number;
                                        likes: number;
                                        comments: number;
                                        reposts: number;
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                    department: {
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                    person: {
                                        publications: number;
                                        rhythm: number;
                                        quality: number;
                                        reads: number;
                                        likes: number;
                                        comments: number;
                                        reposts: number;
                                        replied: number;
                                        onTime: number;
                                        satisfaction: number;
                                        security: number;
                                    };
                                };
                                curves: {
                                    publications: {
                                        at: number;
                                        points: number;
                                    }[];
                                    rhythm: {
                                        at: number;
                                        points: number;
                                    }[];
                                    quality: {
                                        at: number;
                                        points: number;
                                    }[];
                                    reads: {
                                        at: number;
                                        points: number;
                                    }[];
                                    likes: {
                                        at: number;
                                        points: number;
                                    }[];
                                    comments: {
                                        at: number;
                                        points: number;
                                    }[];
                                    reposts: {
                                        at: number;
                                        points: number;
                                    }[];
                                    replied: {
                                        at: number;
                                        points: number;
                                    }[];
                                    onTime: {
                                        at: number;
                                        points: number;
                                    }[];
                                    satisfaction: {
                                        at: number;
                                        points: number;
                                    }[];
                                    security: {
                                        at: number;
                                        points: number;
                                    }[];
                                };
                                least: {
                                    ratedPosts: number;
                                    cases: number;
                                    voices: number;
                                };
                                bands: {
                                    excellent: number;
                                    good: number;
                                    pass: number;
                                };
                                most: {
                                    bonus: number;
                                    deduction: number;
                                };
                                settleDays: number;
                                objectWithin: number;
                                sample: {
                                    perAccount: number;
                                    seed: string;
                                };
                                register: {
                                    countedDays: number;
                                    violations: {
                                        id: string;
                                        zh: string;
                                        en: string;
                                        points: number;
                                    }[];
                                    incidents: {
                                        minor: number;
                                        serious: number;
                                        grave: number;
                                    };
                                    reward: number;
                                    training: {
                                        perHour: number;
                                        most: number;
                                    };
                                    appealWithin: number;
                                    answerWithin: number;
                                };
                                proposes: {
                                    unansweredHours: number;
                                    silentDays: number;
                                    bounces: number;
                                };
                            };
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/appraisal-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with another appraisal-rules, and what would become other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weights: {
                            account: {
                                publications: number;
                                rhythm: number;
                                quality: number;
                                reads: number;
                                likes: number;
                                comments: number;
                                reposts: number;
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                            department: {
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                            person: {
                                publications: number;
                                rhythm: number;
                                quality: number;
                                reads: number;
                                likes: number;
                                comments: number;
                                reposts: number;
                                replied: number;
                                onTime: number;
                                satisfaction: number;
                                security: number;
                            };
                        };
                        curves: {
                            publications: {
                                at: number;
                                points: number;
                            }[];
                            rhythm: {
                                at: number;
                                points: number;
                            }[];
                            quality: {
                                at: number;
                                points: number;
                            }[];
                            reads: {
                                at: number;
                                points: number;
                            }[];
                            likes: {
                                at: number;
                                points: number;
                            }[];
                            comments: {
                                at: number;
                                points: number;
                            }[];
                            reposts: {
                                at: number;
                                points: number;
                            }[];
                            replied: {
                                at: number;
                                points: number;
                            }[];
                            onTime: {
                                at: number;
                                points: number;
                            }[];
                            satisfaction: {
                                at: number;
                                points: number;
                            }[];
                            security: {
                                at: number;
                                points: number;
                            }[];
                        };
                        least: {
                            ratedPosts: number;
                            cases: number;
                            voices: number;
                        };
                        bands: {
                            excellent: number;
                            good: number;
                            pass: number;
                        };
                        most: {
                            bonus: number;
                            deduction: number;
                        };
                        settleDays: number;
                        objectWithin: number;
                        sample: {
                            perAccount: number;
                            seed: string;
                        };
                        register: {
                            countedDays: number;
                            violations: {
                                id: string;
                                zh: string;
                                en: string;
                                points: number;
                            }[];
                            incidents: {
                                minor: number;
                                serious: number;
                                grave: number;
                            };
                            reward: number;
                            training: {
                                perHour: number;
                                most: number;
                            };
                            appealWithin: number;
                            answerWithin: number;
                        };
                        proposes: {
                            unansweredHours: number;
                            silentDays: number;
                            bounces: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseSettingPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/retention/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the setting retention */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: components["schemas"]["Retention"];
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change the setting retention */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: components["schemas"]["Retention"];
                            /** @enum {string} */
                            origin: "kept" | "shipped";
                            /** @description Goes into If-Match when this is changed */
                            tag?: string;
                        };
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with another retention, and what would become other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseSettingPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what people were sent, the newest first; of one thing by their ids */
        get: {
            parameters: {
                query?: {
                    about?: "incident" | "report" | "search" | "register" | "archive" | "board" | "test";
                    of?: string;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what one was sent, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnLetterList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a letter, to whom it went and who received it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter again, to all or to some of those to whom it went */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResendBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/letters/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has received a letter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterReceived"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{channel}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message to a person or to the group of a channel; its letter tells whether it arrived */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    channel: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChannelTestBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChannelTested"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the archives, how they stand and which terms are over */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Archive a year that is over; what is sealed never changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ArchiveBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say how an archive stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the pack for an inspection of how the office answers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prove that an archive is whole and as it was sealed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveProof"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}/folder.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take an archive out of the house, as a folder that opens without it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A ZIP of the folder */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}/destruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that an archive whose term is over be destroyed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}/destruction/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Destroy an archive that another person has proposed; its seal stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArchiveView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the office’s departments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DepartmentsView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say which departments there are and what each answers for */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DepartmentsBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DepartmentsView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Let the departments of the settings file count again */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DepartmentsView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/departments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which open tickets of the last 7 days would go to another department */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DepartmentsBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MapPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the gazetteer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlacesView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say which places there are */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlacesBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlacesView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Let the places of the settings file count again */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlacesView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/places/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which comments of the last 7 days would name other places */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlacesBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MapPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/reply-lists/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which templates and waiting replies other lists would refuse */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sensitive: {
                            word: string;
                            /** @enum {string} */
                            severity: "refuse" | "warn";
                            instead?: string;
                        }[];
                        cold: {
                            words: string[];
                            whole?: boolean;
                            unless?: string[];
                            /** @enum {string} */
                            notUs?: "polite" | "blunt";
                            instead?: string;
                        }[];
                        officePhones: string[];
                        hosts: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListsPreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts and how they are collected */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an account; refused with all that is wrong with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each platform needs of an account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountFieldList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an account; credentials that are absent stay as they are */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountChangeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in, read one page, and say what is missing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountCheck"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read and send nothing for it until it is resumed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it up again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use it no more; its tickets stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the back-fill of an account is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackfillAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Read again the comments of the last days, behind everything live */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BackfillBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackfillAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/backfill/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the back-fill rest */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackfillAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{platform}/{id}/backfill/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    platform: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackfillAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what waits for a person and is no ticket, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is done; it comes again when its cause does */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResolveBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemResolved"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Tell an address what happens to tickets from now on; answers its secret, this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookMade"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change, pause or enable a webhook; enabled it goes on where it stopped */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookChanged"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a webhook */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it one event of type webhook.test now, and say what it answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookTried"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told last, the newest first: 100 at most, without what it said */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDeliveries"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell anew what happened since an instant of the last 28 days, each with its old id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in Prometheus’s text format */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Metrics */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say how the house stands: services, readers, engines, alerts, disks and the last backup */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseStatus"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send comments of a platform that has no connection of its own; signed, not signed in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Seconds or milliseconds since 1970 */
                    "x-huiyin-timestamp"?: string;
                    /** @description sha256= and HMAC-SHA256 (hex) over timestamp, full stop and body */
                    "x-huiyin-signature"?: string;
                };
                path: {
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IntakeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IntakeTaken"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comments/screenshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the screenshot of a comment, by its id */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description PNG, JPEG or WebP */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List posts, the newest first, with their numbers and what is missing of their comments */
        get: {
            parameters: {
                query?: {
                    platform?: components["schemas"]["PlatformName"];
                    account?: string;
                    from?: number;
                    to?: number;
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostRows"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Name a post, so that its comments are read at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandPost"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PostRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who has it in hand */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that nobody has it in hand any more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnassignBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add and take away tags */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TagsBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the words that were ever used as tags */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TagList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note inside the house; who is named in `mentions` is told */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TicketView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes in which one was named, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MentionList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mentions/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has read them; all where none are named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MentionsReadBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MentionsRead"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what waits, each with the query that lists it, of the tickets that one may read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say every 15 s that one is there; answers who else is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PresenceBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PresenceList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say that one has gone */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules of fair shares */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareRuleList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add or change a rule */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ShareRule"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareRuleRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a rule away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how the open tickets that nobody has would fall; nothing is given */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SharePreviewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SharePreview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was done to many tickets at once, the newest first; one’s own, for administrators all */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Act on many tickets at once; a dry run says what would become of them, and names the list for the run */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["JobBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobMade"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is, and a page of what was refused */
        get: {
            parameters: {
                query?: {
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path: {
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do no more of it; what was done stays done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobAnswer"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back, within a minute of its end, what one’s own job did: a job of its own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the macros */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MacroList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/macros/{macro}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a macro */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    macro: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MacroBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MacroRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a macro */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    macro: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MacroRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{id}/macro": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the steps of a macro until one is refused; each needs the right of its own action */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplyMacroBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MacroApplied"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s own views and the shared ones */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many tickets up to 20 views hold */
        get: {
            parameters: {
                query?: {
                    /** @description Keys of views; the first 20 when absent */
                    view?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewCounts"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a view of one’s own */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    view: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a view of one’s own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    view: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/shared/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a view for the whole office */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The tag that the person saw; absent for a new one */
                    "if-match"?: string;
                };
                path: {
                    view: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ViewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a view of the whole office */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    view: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ViewRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s own saved searches */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearchList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{search}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a search, and be told of what it newly finds */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    search: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        what: "tickets" | "comments";
                        q: string;
                        /** @enum {string} */
                        tell: "never" | "soon" | "hourly" | "daily";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearchRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a saved search */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    search: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearchRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incidents */
        get: {
            parameters: {
                query?: {
                    state?: ("open" | "calm" | "closed" | "dismissed" | "merged")[];
                    level?: components["schemas"]["RiskLevel"][];
                    nature?: string;
                    /** @description Spoken of since then */
                    since?: number;
                    /** @description By opening, level, or the newest comment; the last two order the newest 2,000 */
                    sort?: "newest" | "gravest" | "active";
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read by which table an incident gets its level */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentLevelTable"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an incident */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the comments that belong to an incident, the oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentMemberList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what happened to an incident, the oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description The last number of the page before */
                    afterN?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentHistory"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how an incident stood after so many events, or at an instant, by its events alone */
        get: {
            parameters: {
                query?: {
                    /** @description After so many events */
                    n?: number;
                    /** @description At this instant */
                    at?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentThen"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add comments that belong to it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentJoinBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take comments out that do not belong to it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentMembersBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an incident of its own of some of its comments */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentSplitBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it one with another: the younger joins the elder, which is answered */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentMergeBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was found out */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentNoteBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a step of the plan stands, or who sees to it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    step: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentStepBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft what the office says of it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentStatementBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/statements/{statement}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a statement, as a second person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    statement: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReviewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/statements/{statement}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a statement back to be written anew */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    statement: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/statements/{statement}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where a statement was published by hand */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    statement: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentPublishBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/statements/{statement}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has seen a statement published */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    statement: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentConfirmBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the level; only graver growth changes it then */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentLevelBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell nobody of it until an instant, unless it gets graver */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentMuteBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/unmute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell people of it again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look back: what happened, why, what was done, what was learned */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentReviewBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call it a false alarm: it stays silent unless it grows */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open it again */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it: its steps are done or skipped, a major one is reviewed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an instruction; those whom it is for are told by a letter */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InstructionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/instructions/{instruction}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what came of an instruction */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    instruction: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InstructionDoneBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export tickets as a table; personal data is masked as in lists */
        get: {
            parameters: {
                query?: {
                    /** @description Words, "phrases", -not, OR, parentheses, field:value; docs/search.md tells all of it */
                    q?: string;
                    status?: components["schemas"]["TicketStatus"][];
                    label?: components["schemas"]["Label"][];
                    level?: components["schemas"]["RiskLevel"][];
                    urgent?: boolean;
                    review?: boolean;
                    account?: string[];
                    platform?: components["schemas"]["PlatformName"][];
                    department?: string[];
                    /** @description Those that are open or being handled and whose due time is past */
                    overdue?: "true";
                    /** @description Ids of who has it in hand; `me`: who asks */
                    assignee?: string[];
                    /** @description Whether nobody has it in hand */
                    unassigned?: boolean;
                    tag?: string[];
                    reply?: components["schemas"]["ReplyState"][];
                    /** @description Its reply is not by who asks: they may be the second person */
                    notMine?: "true";
                    /** @description Minutes: those that are open or being handled and fall due from now on within so many */
                    dueWithin?: number;
                    sort?: "due" | "newest" | "risk";
                    /** @description Of the header and the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description UTF-8 with a byte order mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the register, the newest first; one’s own and those of one’s department where one reads no others */
        get: {
            parameters: {
                query?: {
                    kind?: components["schemas"]["EntryKind"];
                    state?: components["schemas"]["EntryState"];
                    subjectKind?: "account" | "department" | "person";
                    subject?: string;
                    from?: number;
                    to?: number;
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Propose an entry; a second person decides it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EntryBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an entry with its evidence, decision and appeals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add evidence, as long as somebody has to decide */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EvidenceBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one proposed, or refuse a proposal; it stays in the register as withdrawn */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WhyBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a proposal; the how manieth it is and what follows the rules say */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appeal against a decision, until its deadline */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ObjectionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an appeal; nobody answers who entered, decided or appealed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                    /** @description Number of the last turn that the person saw */
                    "if-match"?: string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file as evidence or material: of the kinds and sizes that tickets take */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    entry: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/{entry}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save a file of an entry; its checksum is looked at before it is sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    entry: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts of a period that reviewers are asked to rate, drawn alike for everybody */
        get: {
            parameters: {
                query: {
                    year: number;
                    quarter?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SampleView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/ratings/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What reviewers say of a post; one’s own only, until one leads: nobody is led by what others said */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    post: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RatingList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Rate a post, or change what one said; what one said before stays on record */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    post: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RatingBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rating"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was appraised, the newest period first; only what is confirmed where one leads nobody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Have a period appraised that is over; it is made in the background, a second time as a revision */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppraisalBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalJobView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the making of a period has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalJobView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an appraisal: its rules, its revisions, and the results of those of whom one may read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appraisal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}/sheets/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the sheet of one subject with its whole arithmetic; also of an older revision */
        get: {
            parameters: {
                query?: {
                    revision?: number;
                };
                header?: never;
                path: {
                    appraisal: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SheetView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the revision that one saw; those whom it is about may then object until a deadline */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appraisal: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}/sheets/{subject}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to one’s appraisal, until its deadline: an entry of the register that somebody else answers */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    appraisal: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ObjectionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}/sheets/{subject}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the sheet of one subject: a spreadsheet that reckons itself, or a document */
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "docx" | "pdf" | "html";
                    revision?: number;
                };
                header?: never;
                path: {
                    appraisal: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisals/{appraisal}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the results of those of whom one may read */
        get: {
            parameters: {
                query: {
                    format: "xlsx" | "docx" | "pdf" | "html";
                };
                header?: never;
                path: {
                    appraisal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List monitoring reports, the latest periods first */
        get: {
            parameters: {
                query?: {
                    kind?: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Have the report of a period that is over made, or of an incident; once, whoever asks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeReportBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportProgress"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table of figures: what each one counts, by which instant, in which unit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FigureTable"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a report: its sentences with their sources, figures and tables */
        get: {
            parameters: {
                query?: {
                    /** @description Of the report; the newest when absent */
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the making of a report, or of a correction, goes */
        get: {
            parameters: {
                query?: {
                    /** @description Of the report; the newest when absent */
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportProgress"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a report counted and written anew; the correction says why and what changed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectReportBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportProgress"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save a report as DOCX, PDF, XLSX or HTML; who saves it stands in the trail */
        get: {
            parameters: {
                query?: {
                    /** @description Of the report; the newest when absent */
                    revision?: number;
                };
                header?: never;
                path: {
                    id: string;
                    format: "docx" | "pdf" | "xlsx" | "html";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a report, or send it again: to whom the plan names, or to those named; with receipts where wanted */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SendReportBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportSent"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what shall be done about a report; who it is for is told by letter */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InstructionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/instructions/{instruction}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what came of an instruction; it stays with the report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    instruction: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InstructionDoneBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportView"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is with which department and how it stands, overdue first; a department sees its own */
        get: {
            parameters: {
                query?: {
                    /** @description What it leads; all that one may see when absent */
                    department?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DispatchList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for who asks to decide it: replies, what was asked, removals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of a day, week, month or quarter, each with the same stretch of the one before */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardOverview"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/mood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How citizens feel: over time, by account, department, topic and place, with words that grew */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardMood"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind a number of the dashboards: `total` is that number */
        get: {
            parameters: {
                query: {
                    figure: string;
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                    by?: components["schemas"]["BoardBy"];
                    key?: string;
                    /** @description Of a point of a series: where its hour or day begins */
                    at?: number;
                    /** @description When the number was counted: the list is of that very counting */
                    asOf?: number;
                    /** @description Rows at most; 50 when absent */
                    atMost?: number;
                    /** @description `after` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardRows"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/overview.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the overview as CSV, with the time zone and the definition of each figure */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/mood.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save how citizens feel as CSV, with the time zone and the definition */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the list behind a number as CSV; personal data is masked as in lists */
        get: {
            parameters: {
                query: {
                    figure: string;
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                    by?: components["schemas"]["BoardBy"];
                    key?: string;
                    /** @description Of a point of a series: where its hour or day begins */
                    at?: number;
                    /** @description When the number was counted: the list is of that very counting */
                    asOf?: number;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/overview.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the overview as XLSX, with the time zone and the definition of each figure */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/mood.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save how citizens feel as XLSX, with the time zone and the definition */
        get: {
            parameters: {
                query: {
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/rows.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Save the list behind a number as XLSX; personal data is masked as in lists */
        get: {
            parameters: {
                query: {
                    figure: string;
                    span: components["schemas"]["BoardSpan"];
                    /** @description A day of the period, as `2026-11-21`; today when absent */
                    day?: string;
                    /** @description Of one account: platform/id */
                    account?: string;
                    department?: string;
                    topic?: string;
                    place?: string;
                    by?: components["schemas"]["BoardBy"];
                    key?: string;
                    /** @description Of a point of a series: where its hour or day begins */
                    at?: number;
                    /** @description When the number was counted: the list is of that very counting */
                    asOf?: number;
                    /** @description Of the words; zh when absent */
                    lang?: "zh" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what one has oneself told of the dashboards */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardSubscriptionList"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Have oneself told of a dashboard, daily or weekly */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Made anew for each decision, kept when the same request is sent again */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BoardSubscriptionBody"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardSubscriptionRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/boards/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say anew what one is told of, and when */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BoardSubscriptionChange"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardSubscriptionRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Be told no more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BoardSubscriptionRow"];
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow what happens: `ticket` carries a LiveEvent; at `reset` everything has to be read anew */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "last-event-id"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description Refused; `code` says why */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Failed; ask again later */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alive: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether it may get requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        AccountBody: {
            platform: components["schemas"]["PlatformName"];
            id: string;
            name: string;
            since?: number;
            credentials: {
                [key: string]: string;
            };
            /** Format: uri */
            api?: string;
            options?: {
                [key: string]: string;
            };
            posts?: string[];
            delay?: {
                fresh: number;
                old: number;
            };
            quotas?: {
                /** @enum {string} */
                scope: "account" | "app";
                calls: number;
                /** @enum {string} */
                per: "second" | "minute" | "5-minutes" | "hour" | "day";
            }[];
            publishes?: {
                posts: number;
                days: number;
            };
            responsible?: string;
            authorised?: string[];
            passwordChangedAt?: number;
        };
        AccountChangeBody: {
            name: string;
            since?: number;
            /** @description Those that change; the others stay, an empty one is taken away */
            credentials?: {
                [key: string]: string;
            };
            /** Format: uri */
            api?: string;
            options?: {
                [key: string]: string;
            };
            posts?: string[];
            delay?: {
                fresh: number;
                old: number;
            };
            quotas?: {
                /** @enum {string} */
                scope: "account" | "app";
                calls: number;
                /** @enum {string} */
                per: "second" | "minute" | "5-minutes" | "hour" | "day";
            }[];
            publishes?: {
                posts: number;
                days: number;
            };
            responsible?: string;
            authorised?: string[];
            passwordChangedAt?: number;
        };
        AccountCheck: {
            ok: boolean;
            findings: {
                what: string;
                ok: boolean;
                code?: string;
                message: string;
            }[];
        };
        AccountFieldList: {
            platforms: {
                platform: components["schemas"]["PlatformName"];
                credentials: {
                    name: string;
                    required: boolean;
                    secret: boolean;
                    words: {
                        zh: string;
                        en: string;
                    };
                    oneOf?: string[];
                }[];
                options: {
                    name: string;
                    required: boolean;
                    secret: boolean;
                    words: {
                        zh: string;
                        en: string;
                    };
                    oneOf?: string[];
                }[];
            }[];
        };
        AccountList: {
            rows: components["schemas"]["AccountRow"][];
            now: number;
        };
        AccountRow: {
            account: {
                platform: components["schemas"]["PlatformName"];
                id: string;
                name: string;
                /** Format: uri */
                api?: string;
                options?: {
                    [key: string]: string;
                };
                posts?: string[];
                since: number;
                delay?: {
                    fresh: number;
                    old: number;
                };
                quotas?: {
                    /** @enum {string} */
                    scope: "account" | "app";
                    calls: number;
                    /** @enum {string} */
                    per: "second" | "minute" | "5-minutes" | "hour" | "day";
                }[];
                publishes?: {
                    posts: number;
                    days: number;
                };
                responsible?: string;
                authorised?: string[];
                passwordChangedAt?: number;
                paused?: boolean;
                demo?: boolean;
            };
            /** @enum {string} */
            origin: "settings" | "kept";
            /** @enum {string} */
            state: "active" | "paused" | "retired";
            credentials: string[];
            tag: string;
            problem?: string;
            changedAt?: number;
            changedBy?: string;
            standing?: {
                id: string;
                platform: components["schemas"]["PlatformName"];
                account: string;
                /** @enum {string} */
                state: "starting" | "ok" | "retrying" | "stopped" | "paused";
                code?: string;
                message?: string;
                failures: number;
                readAt?: number;
                nextAt?: number;
                quotas: {
                    /** @enum {string} */
                    scope: "account" | "app";
                    calls: number;
                    /** @enum {string} */
                    per: "second" | "minute" | "5-minutes" | "hour" | "day";
                    used: number;
                    remaining: number;
                    resetAt: number;
                }[];
                used: {
                    [key: string]: number;
                };
                skipped: {
                    /** @enum {string} */
                    purpose: "intake" | "read-back" | "deletions" | "engagement" | "coverage";
                    calls: number;
                    since: number;
                }[];
                expected?: {
                    fresh: number;
                    old: number;
                    wanted: number;
                };
                delay: {
                    comments: number;
                    p50?: number;
                    p90?: number;
                    p99?: number;
                };
                posts: number;
                coverage?: {
                    ours: number;
                    theirs: number;
                    posts: number;
                    at: number;
                };
                lastPostAt?: number;
                authorisedUntil?: number;
                at: number;
            };
            capabilities?: {
                inbox: boolean;
                inboxPartial?: boolean;
                comments: boolean;
                posts: boolean;
                counts: boolean;
                lookUp: number;
                followUp: boolean;
                reply: boolean;
                replyAgain: boolean;
                replace: boolean;
                deleteReply: boolean;
                deleteComment: boolean;
                elect: boolean;
                replyLimit: number;
                readBack: boolean;
            };
            quotas?: {
                /** @enum {string} */
                scope: "account" | "app";
                calls: number;
                /** @enum {string} */
                per: "second" | "minute" | "5-minutes" | "hour" | "day";
            }[];
            reminders: components["schemas"]["Reminder"][];
        };
        /** @enum {string} */
        ActName: "acknowledge" | "correct" | "dismiss" | "waive" | "reopen" | "pause" | "resume" | "reply.draft" | "reply.review" | "reply.return" | "reply.approve" | "reply.withdraw" | "reply.edit" | "reply.attest" | "reply.confirm-attested" | "reply.release" | "comment.remove.ask" | "comment.remove.grant" | "comment.remove.refuse" | "comment.elect" | "dispatch" | "dispatch.sign" | "dispatch.return" | "dispatch.bounce" | "dispatch.withdraw" | "dispatch.rule" | "dispatch.link" | "attach" | "transfer" | "supervise" | "supervise.instruct" | "supervise.end" | "ask.extend" | "ask.lower" | "ask.close-without-result" | "ask.decide" | "rate" | "merge" | "split" | "relate" | "unrelate" | "assign" | "unassign" | "tag" | "note";
        AdjustmentLine: {
            entry: string;
            /** @enum {string} */
            kind: "violation" | "reward" | "training";
            title: string;
            at: number;
            hours?: number;
            points: number;
        };
        AlertList: {
            rows: components["schemas"]["AlertRow"][];
            complete: boolean;
        };
        AlertRow: {
            id: string;
            ticket: string;
            number: string;
            clock: string;
            /** @enum {string} */
            kind: "warn" | "breach" | "risk-rose" | "urgent" | "dispatched" | "unsigned-dispatch" | "reported-upward" | "supervised" | "reopened-often" | "incident-rising";
            point: number;
            rung: number;
            repeat: number;
            urgent: boolean;
            level: components["schemas"]["RiskLevel"];
            account: string;
            department?: string;
            dueAt: number;
            madeAt: number;
            /** @enum {string} */
            gather?: "quiet-hours" | "late";
            gap?: {
                from: number;
                to: number;
                why: string;
            };
            to: {
                channel: string;
                person?: string;
            }[];
            deliveries: components["schemas"]["DeliveryRow"][];
        };
        AnswerBody: {
            /** @enum {string} */
            outcome: "upheld" | "changed" | "withdrawn";
            why: string;
            consequence?: string;
            /** @enum {string} */
            severity?: "minor" | "serious" | "grave";
            points?: number;
        };
        Appeal: {
            n: number;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            grounds: string;
            dueAt: number;
            calendar: string;
            answer?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                /** @enum {string} */
                outcome: "upheld" | "changed" | "withdrawn";
                why: string;
                late?: boolean;
            };
        };
        ApplyMacroBody: {
            macro: string;
            from?: string;
        };
        Appraisal: {
            id: string;
            /** @enum {string} */
            kind: "account" | "department" | "person";
            period: components["schemas"]["Period"];
            asOf: number;
            only?: string[];
            revision: number;
            revisions: components["schemas"]["AppraisalRevision"][];
            rules: {
                weights: {
                    account: {
                        publications: number;
                        rhythm: number;
                        quality: number;
                        reads: number;
                        likes: number;
                        comments: number;
                        reposts: number;
                        replied: number;
                        onTime: number;
                        satisfaction: number;
                        security: number;
                    };
                    department: {
                        replied: number;
                        onTime: number;
                        satisfaction: number;
                        security: number;
                    };
                    person: {
                        publications: number;
                        rhythm: number;
                        quality: number;
                        reads: number;
                        likes: number;
                        comments: number;
                        reposts: number;
                        replied: number;
                        onTime: number;
                        satisfaction: number;
                        security: number;
                    };
                };
                curves: {
                    publications: {
                        at: number;
                        points: number;
                    }[];
                    rhythm: {
                        at: number;
                        points: number;
                    }[];
                    quality: {
                        at: number;
                        points: number;
                    }[];
                    reads: {
                        at: number;
                        points: number;
                    }[];
                    likes: {
                        at: number;
                        points: number;
                    }[];
                    comments: {
                        at: number;
                        points: number;
                    }[];
                    reposts: {
                        at: number;
                        points: number;
                    }[];
                    replied: {
                        at: number;
                        points: number;
                    }[];
                    onTime: {
                        at: number;
                        points: number;
                    }[];
                    satisfaction: {
                        at: number;
                        points: number;
                    }[];
                    security: {
                        at: number;
                        points: number;
                    }[];
                };
                least: {
                    ratedPosts: number;
                    cases: number;
                    voices: number;
                };
                bands: {
                    excellent: number;
                    good: number;
                    pass: number;
                };
                most: {
                    bonus: number;
                    deduction: number;
                };
                settleDays: number;
                objectWithin: number;
                sample: {
                    perAccount: number;
                    seed: string;
                };
                register: {
                    countedDays: number;
                    violations: {
                        id: string;
                        zh: string;
                        en: string;
                        points: number;
                    }[];
                    incidents: {
                        minor: number;
                        serious: number;
                        grave: number;
                    };
                    reward: number;
                    training: {
                        perHour: number;
                        most: number;
                    };
                    appealWithin: number;
                    answerWithin: number;
                };
                proposes: {
                    unansweredHours: number;
                    silentDays: number;
                    bounces: number;
                };
            };
            /** @enum {string} */
            state: "made" | "confirmed";
            objectUntil?: number;
            calendar?: string;
            before?: string;
        };
        AppraisalBody: {
            year: number;
            quarter?: number;
            kinds?: ("account" | "department" | "person")[];
            only?: string[];
            why?: string;
        };
        AppraisalHead: {
            id: string;
            /** @enum {string} */
            kind: "account" | "department" | "person";
            period: components["schemas"]["Period"];
            asOf: number;
            only?: string[];
            revision: number;
            revisions: components["schemas"]["AppraisalRevision"][];
            /** @enum {string} */
            state: "made" | "confirmed";
            objectUntil?: number;
            calendar?: string;
            before?: string;
        };
        AppraisalJobView: {
            job: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            askedAt: number;
            by: string;
            done: number;
            of: number;
            endedAt?: number;
            made?: string[];
            failed?: {
                code: string;
                message: string;
            };
            now: number;
        };
        AppraisalList: {
            rows: components["schemas"]["AppraisalHead"][];
            now: number;
        };
        AppraisalRevision: {
            n: number;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            why?: string;
            subjects: number;
            rules: string;
            changes: {
                subject: components["schemas"]["Subject"];
                from?: number;
                to?: number;
                indicators: string[];
            }[];
            changed: number;
            confirmed?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
        };
        AppraisalRow: {
            subject: components["schemas"]["Subject"];
            result?: number;
            band?: components["schemas"]["Band"];
            rank?: number;
            before?: number;
        };
        AppraisalSheet: {
            id: string;
            appraisal: string;
            revision: number;
            period: components["schemas"]["Period"];
            asOf: number;
            subject: components["schemas"]["Subject"];
            lines: components["schemas"]["IndicatorLine"][];
            sum: number;
            weight: number;
            base?: number;
            adjustments: components["schemas"]["AdjustmentLine"][];
            training: {
                hours: number;
                sum: number;
                counts: number;
            };
            bonus: {
                sum: number;
                counts: number;
            };
            deduction: {
                sum: number;
                counts: number;
            };
            result?: number;
            band?: components["schemas"]["Band"];
            rank?: {
                place: number;
                of: number;
            };
            posts: components["schemas"]["PostLine"][];
            postsTotal: number;
            notCounted: {
                undated: number;
                gone: number;
            };
            before?: {
                appraisal: string;
                result?: number;
                band?: components["schemas"]["Band"];
            };
        };
        AppraisalView: {
            appraisal: components["schemas"]["Appraisal"];
            rows: components["schemas"]["AppraisalRow"][];
            now: number;
        };
        ArchiveBody: {
            /** @enum {string} */
            kind: "publications" | "replies" | "reports" | "training";
            year: number;
        };
        ArchiveList: {
            rows: components["schemas"]["ArchiveView"][];
            now: number;
        };
        ArchiveProof: {
            ok: boolean;
            wrong: string[];
        };
        ArchiveView: {
            id: string;
            /** @enum {string} */
            kind: "publications" | "replies" | "reports" | "training" | "inspection";
            title: string;
            from: number;
            to: number;
            year?: number;
            accounts?: string[];
            /** @enum {string} */
            state: "building" | "sealed" | "destroyed";
            by: {
                id: string;
                name: string;
            };
            askedAt: number;
            endedAt?: number;
            done: number;
            rows: number;
            seal?: {
                sha256: string;
                bytes: number;
                files: number;
                rows: number;
                at: number;
                n?: number;
                previous?: string;
            };
            failed?: {
                code: string;
                message: string;
                at: number;
            };
            destroyableFrom?: number;
            isOver: boolean;
            proposed?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                why?: string;
            };
            destroyed?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                why?: string;
            };
        };
        AskBody: {
            /** @enum {string} */
            kind: "extend" | "lower" | "close-without-result";
            reason: string;
            until?: number;
        };
        AskView: {
            id: string;
            /** @enum {string} */
            kind: "extend" | "lower" | "close-without-result";
            cycle?: number;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            reason: string;
            until?: number;
            decided?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                granted: boolean;
            };
            may: components["schemas"]["ActName"][];
        };
        AssignBody: {
            to: string;
            from?: string;
        };
        Assignee: {
            id: string;
            name: string;
        };
        AttachmentView: {
            id: string;
            fileName: string;
            type: string;
            bytes: number;
            sha256: string;
            by: string;
            at: number;
            dispatch?: string;
        };
        AttestBody: {
            reply?: string;
            text?: string;
            kind?: components["schemas"]["ReplyKind"];
            answers?: string[];
            to?: string;
            postedAt: number;
            evidence: string;
        };
        BackfillAnswer: {
            job?: {
                id: string;
                platform: components["schemas"]["PlatformName"];
                account: string;
                from: number;
                history: boolean;
                /** @enum {string} */
                state: "running" | "paused" | "done";
                askedAt: number;
                by?: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                doneAt?: number;
                /** @enum {string} */
                phase: "inbox" | "posts";
                progress: {
                    pages: number;
                    comments: number;
                    found: number;
                    posts: number;
                    ofPosts?: number;
                };
                /** @enum {string} */
                waits?: "calls" | "classifier";
            };
            now: number;
        };
        BackfillBody: {
            days: number;
            history?: boolean;
        };
        /** @enum {string} */
        Band: "excellent" | "good" | "pass" | "fail";
        Behind: {
            query?: string;
            ids: string[];
            /** @enum {string} */
            of: "late-tickets" | "unanswered-tickets" | "posts" | "rated-posts" | "rated-tickets" | "entries";
            total: number;
        };
        /** @enum {string} */
        BoardBy: "label" | "level" | "sentiment" | "platform" | "account" | "department" | "place" | "topic" | "word";
        BoardCounting: {
            done: number;
            of: number;
        };
        BoardDefinition: {
            name: {
                zh: string;
                en: string;
            };
            definition: {
                zh: string;
                en: string;
            };
            unit: string;
            rows: string[];
        };
        BoardFigure: {
            figure: string;
            value: number | null;
            sample?: number;
            before: number | null;
            beforeSample?: number;
        };
        BoardLink: {
            id: string;
            to: string;
            at: number;
            expiresAt: number;
            openedAt?: number;
            endedAt?: number;
        };
        BoardMood: {
            span: components["schemas"]["BoardSpan"];
            period: components["schemas"]["BoardPeriod"];
            compared: components["schemas"]["BoardPeriod"];
            asOf: number;
            minimumSample: number;
            counting?: components["schemas"]["BoardCounting"];
            staleSince?: number;
            unit: components["schemas"]["BoardUnit"];
            total: components["schemas"]["Mood"];
            before: components["schemas"]["Mood"];
            series: components["schemas"]["MoodPoint"][];
            annotations: components["schemas"]["MoodNote"][];
            accounts: components["schemas"]["MoodPart"][];
            departments: components["schemas"]["MoodPart"][];
            topics: components["schemas"]["MoodPart"][];
            places: components["schemas"]["MoodPart"][];
            grown: {
                word: string;
                value: number;
                before: number;
            }[];
            examples: components["schemas"]["CommentRow"][];
            definitions: {
                [key: string]: components["schemas"]["BoardDefinition"];
            };
        };
        BoardNow: {
            figure: string;
            value: number;
        };
        BoardNumber: {
            value: number | null;
            sample?: number;
            before: number | null;
            beforeSample?: number;
        };
        BoardOverview: {
            span: components["schemas"]["BoardSpan"];
            period: components["schemas"]["BoardPeriod"];
            compared: components["schemas"]["BoardPeriod"];
            asOf: number;
            minimumSample: number;
            counting?: components["schemas"]["BoardCounting"];
            staleSince?: number;
            figures: components["schemas"]["BoardFigure"][];
            now: components["schemas"]["BoardNow"][];
            series: components["schemas"]["BoardSeries"][];
            mixes: {
                label: components["schemas"]["BoardPart"][];
                level: components["schemas"]["BoardPart"][];
                sentiment: components["schemas"]["BoardPart"][];
            };
            topics: components["schemas"]["BoardTopic"][];
            accounts: components["schemas"]["BoardRank"][];
            departments: components["schemas"]["BoardRank"][];
            definitions: {
                [key: string]: components["schemas"]["BoardDefinition"];
            };
        };
        BoardPart: {
            key: string;
            value: number;
            before: number;
        };
        BoardPeriod: {
            name: string;
            from: number;
            to: number;
            until: number;
        };
        BoardPoint: {
            at: number;
            value: number;
            before?: number;
        };
        BoardRank: {
            key: string;
            name: string;
            platform?: components["schemas"]["PlatformName"];
            numbers: {
                [key: string]: components["schemas"]["BoardNumber"];
            };
        };
        BoardRow: {
            at: number;
            value?: number;
            ticket?: components["schemas"]["TicketRow"];
            comment?: components["schemas"]["CommentRow"];
            /** @enum {boolean} */
            late?: true;
            post?: {
                id: string;
                platform: components["schemas"]["PlatformName"];
                account: string;
                accountName: string;
                title?: string;
                link?: string;
            };
            incident?: {
                id: string;
                number: string;
                title: string;
                level: string;
                state: string;
            };
        };
        BoardRows: {
            figure: string;
            total: number;
            rows: components["schemas"]["BoardRow"][];
            after?: string;
            period: components["schemas"]["BoardPeriod"];
            asOf: number;
            definition: components["schemas"]["BoardDefinition"];
            counting?: components["schemas"]["BoardCounting"];
            staleSince?: number;
            now: number;
        };
        BoardSeries: {
            figure: string;
            unit: components["schemas"]["BoardUnit"];
            points: components["schemas"]["BoardPoint"][];
        };
        /** @enum {string} */
        BoardSpan: "today" | "week" | "month" | "quarter";
        BoardSubscriptionBody: {
            name: string;
            /** @enum {string} */
            view: "overview" | "mood";
            place: string;
            /** @enum {string} */
            every: "daily" | "weekly";
            weekday?: number;
            at: string;
        };
        BoardSubscriptionChange: {
            name: string;
            /** @enum {string} */
            view: "overview" | "mood";
            place: string;
            /** @enum {string} */
            every: "daily" | "weekly";
            weekday?: number;
            at: string;
            seen?: string;
        };
        BoardSubscriptionList: {
            rows: components["schemas"]["BoardSubscriptionRow"][];
        };
        BoardSubscriptionRow: {
            id: string;
            tag: string;
            name: string;
            /** @enum {string} */
            view: "overview" | "mood";
            place: string;
            /** @enum {string} */
            every: "daily" | "weekly";
            weekday?: number;
            at: string;
            madeAt: number;
            nextAt: number;
            sentAt?: number;
            reached: boolean;
        };
        BoardTopic: {
            phrase: string;
            value: number;
            before: number;
        };
        /** @enum {string} */
        BoardUnit: "hour" | "day";
        BounceBody: {
            grounds: string;
            proposes: string;
        };
        BulkAct: {
            /** @enum {string} */
            type: "acknowledge";
        } | {
            /** @enum {string} */
            type: "assign";
            to: string;
        } | {
            /** @enum {string} */
            type: "unassign";
        } | {
            /** @enum {string} */
            type: "tag";
            add?: string[];
            remove?: string[];
        } | {
            /** @enum {string} */
            type: "correct";
            label?: components["schemas"]["Label"];
            department?: string;
            sentiment?: components["schemas"]["SentimentName"];
            level?: components["schemas"]["RiskLevel"];
            urgent?: boolean;
        } | {
            /** @enum {string} */
            type: "dismiss";
            reason: string;
        } | {
            /** @enum {string} */
            type: "waive";
            reason: string;
        } | {
            /** @enum {string} */
            type: "reopen";
            reason: string;
        } | {
            /** @enum {string} */
            type: "dispatch";
            department: string;
            assisting?: string[];
            request: string;
        } | {
            /** @enum {string} */
            type: "macro";
            macro: string;
        };
        Calendar: {
            id: string;
            version: string;
            name: string;
            purpose: components["schemas"]["CalendarPurpose"];
            zone: string;
            effectiveFrom: number;
            week: components["schemas"]["Week"];
            workday: components["schemas"]["Interval"][];
            seasons: components["schemas"]["Season"][];
            days: components["schemas"]["Override"][];
            years: "all" | number[];
        };
        CalendarList: {
            rows: components["schemas"]["CalendarRow"][];
            now: number;
        };
        /** @enum {string} */
        CalendarPurpose: "counting" | "quiet" | "duty";
        CalendarRow: {
            id: string;
            version: string;
            name: string;
            purpose: components["schemas"]["CalendarPurpose"];
            zone: string;
            effectiveFrom: number;
            week: components["schemas"]["Week"];
            workday: components["schemas"]["Interval"][];
            seasons: components["schemas"]["Season"][];
            days: components["schemas"]["Override"][];
            years: "all" | number[];
            inForce: boolean;
            shipped: boolean;
        };
        ChannelTestBody: {
            person?: string;
        };
        ChannelTested: {
            letter: string;
        };
        CheckBody: {
            ticket: string;
            text: string;
            kind?: components["schemas"]["ReplyKind"];
        };
        Checked: {
            findings: {
                /** @enum {string} */
                code: "personal-id" | "personal-bank-card" | "personal-mobile" | "personal-passport" | "personal-landline" | "personal-email" | "personal-plate" | "personal-address" | "secret-mark" | "secret-internal" | "secret-number" | "sensitive" | "cold" | "not-us" | "referral" | "short" | "repeated" | "proposed" | "long" | "empty" | "link";
                /** @enum {string} */
                severity: "refuse" | "warn";
                from: number;
                to: number;
                zh: string;
                en: string;
                replacement?: string;
            }[];
            refused: boolean;
            length: number;
            limit?: number;
        };
        /** @enum {string} */
        ClockOutcome: "met" | "missed_answered_late" | "missed_open" | "cancelled" | "superseded" | "merged" | "void";
        ClockView: {
            id: string;
            /** @enum {string} */
            kind: "first" | "next" | "close" | "leg";
            /** @enum {string} */
            stage?: "sign" | "handle";
            dispatch?: string;
            cycle: number;
            policy: string;
            calendar: string;
            target: components["schemas"]["Target"];
            urgent: boolean;
            startedAt: number;
            countedFrom: number;
            used: number;
            pauses: components["schemas"]["Pause"][];
            dueAt: number;
            provisional?: boolean;
            dueSetBy: number;
            /** @enum {string} */
            fixed?: "promised" | "extended";
            originalDueAt?: number;
            lateUpgrade?: boolean;
            bornLate?: boolean;
            warnBefore: number[];
            warned: number[];
            breachedAt?: number;
            breachedUrgent?: boolean;
            heldUntil?: number;
            detectedAt?: number;
            stoppedAt?: number;
            overrun?: number;
            outcome?: components["schemas"]["ClockOutcome"];
            attested?: boolean;
            why?: components["schemas"]["ClockWhy"];
            paused?: components["schemas"]["Pause"];
            department?: string;
            may: components["schemas"]["ActName"][];
        };
        ClockWhy: {
            explanation: components["schemas"]["DueExplanation"];
            zh: string;
            en: string;
        };
        CommentList: {
            rows: components["schemas"]["CommentRow"][];
            total: number;
            after?: string;
            now: number;
        };
        CommentRow: {
            id: string;
            ours: boolean;
            author?: string;
            text: string;
            firstText?: string;
            publishedAt: number;
            /** @enum {string} */
            state: "visible" | "deleted" | "erased";
            likes?: number;
            place?: string;
            label?: components["schemas"]["Label"];
            screenshot?: boolean;
            classification?: {
                model: string;
                label: components["schemas"]["Label"];
                confidence: number;
                sentiment: {
                    name: components["schemas"]["SentimentName"];
                    score: number;
                };
                risk: {
                    score: number;
                    level: components["schemas"]["RiskLevel"];
                    reasons: {
                        code: string;
                        /** @enum {string} */
                        kind: "danger-now" | "content" | "tone" | "author" | "spread";
                        points: number;
                        evidence?: string;
                        at?: [
                            number,
                            number
                        ];
                    }[];
                };
                urgent: boolean;
                departments: {
                    name: string;
                    confidence: number;
                }[];
                office?: string;
                places?: {
                    name: string;
                    from: number;
                    to: number;
                }[];
                evidence?: {
                    /** @enum {string} */
                    answer: "label" | "sentiment" | "department";
                    from: number;
                    to: number;
                    weight: number;
                }[];
            };
            key: string;
            platform: components["schemas"]["PlatformName"];
            account: string;
            accountName: string;
            post: string;
            postTitle?: string;
            link?: string;
            sentiment?: components["schemas"]["SentimentName"];
            risk?: {
                score: number;
                level: components["schemas"]["RiskLevel"];
            };
            ticket?: string;
        };
        ConfirmBody: {
            revision: number;
        };
        CorrectBody: {
            /** @description What it is about; the oldest turn when absent */
            comment?: string;
            label?: components["schemas"]["Label"];
            department?: string;
            sentiment?: components["schemas"]["SentimentName"];
            level?: components["schemas"]["RiskLevel"];
            urgent?: boolean;
        };
        CorrectReportBody: {
            revision: number;
            why: string;
        };
        Counts: {
            status: {
                [key: string]: number;
            };
            label: {
                [key: string]: number;
            };
            level: {
                [key: string]: number;
            };
            overdue: number;
            urgent: number;
        };
        CriterionWords: {
            criterion: string;
            zh: string;
            en: string;
            scale: {
                1: {
                    zh: string;
                    en: string;
                };
                3: {
                    zh: string;
                    en: string;
                };
                5: {
                    zh: string;
                    en: string;
                };
            };
        };
        Cycle: {
            n: number;
            openedAt: number;
            newCase?: boolean;
            closedAt?: number;
            closedBy?: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            /** @enum {string} */
            how?: "answered" | "result-told" | "without-result" | "nothing-asked" | "dismissed" | "deleted" | "merged";
            satisfaction?: {
                score: number;
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
        };
        DecideBody: {
            granted: boolean;
        };
        DeliveryRow: {
            channel: string;
            /** @enum {string} */
            state: "pending" | "sending" | "sent" | "failed" | "unknown" | "cancelled";
            attempts: number;
            perhapsRepeated?: boolean;
            sentAt?: number;
            reason?: string;
            person?: string;
            digest?: {
                members: {
                    ticket: string;
                    number: string;
                    /** @enum {string} */
                    kind: "warn" | "breach" | "risk-rose" | "urgent" | "dispatched" | "unsigned-dispatch" | "reported-upward" | "supervised" | "reopened-often" | "incident-rising";
                    urgent: boolean;
                }[];
                more: number;
            };
        };
        DepartmentsBody: {
            departments: {
                name: string;
                classes?: string[];
                words?: string[];
                places?: string[];
            }[];
        };
        DepartmentsView: {
            departments: {
                name: string;
                classes?: string[];
                words?: string[];
                places?: string[];
            }[];
            /** @enum {string} */
            origin: "kept" | "settings";
            /** @description Goes into If-Match when this is changed */
            tag?: string;
            warnings: string[];
        };
        Directory: {
            people: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            }[];
            departments: string[];
        };
        DispatchBody: {
            department: string;
            assisting?: string[];
            request: string;
        };
        DispatchLink: {
            id: string;
            to: string;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            expiresAt: number;
            openedAt?: number;
            endedAt?: number;
        };
        DispatchLinkBody: {
            /** @description Who it is made for, as in 水务局值班室 */
            to: string;
            days?: number;
        };
        DispatchLinkIssued: {
            address: string;
            link: components["schemas"]["DispatchLinkView"];
        };
        DispatchLinkView: {
            id: string;
            to: string;
            at: number;
            expiresAt: number;
            openedAt?: number;
            endedAt?: number;
            by: string;
            stands: boolean;
        };
        DispatchLinks: {
            rows: components["schemas"]["DispatchLinkView"][];
            now: number;
        };
        DispatchList: {
            rows: components["schemas"]["DispatchRow"][];
            total: number;
            departments: {
                name: string;
                count: number;
                overdue: number;
            }[];
            cut: boolean;
            now: number;
        };
        DispatchRow: {
            ticket: components["schemas"]["TicketRow"];
            id: string;
            stage: components["schemas"]["DispatchStage"];
            department: string;
            assisting?: string[];
            request: string;
            by: string;
            dispatchedAt: number;
            leavesAt?: number;
            signedAt?: number;
            signedBy?: string;
            since: number;
            clock?: {
                /** @enum {string} */
                stage?: "sign" | "handle";
                startedAt: number;
                dueAt: number;
                urgent: boolean;
                pausedUntil?: number;
            };
            result?: {
                text: string;
                by: string;
                at: number;
            };
            bounce?: {
                grounds: string;
                proposes: string;
                by: string;
                at: number;
            };
            bounces: number;
            bounceFinal: boolean;
            ruled: boolean;
            from?: string;
            supervised: {
                owner: string;
                dueAt: number;
                instruction: boolean;
                text: string;
            }[];
            links: components["schemas"]["BoardLink"][];
            may: components["schemas"]["ActName"][];
        };
        /** @enum {string} */
        DispatchStage: "to-sign" | "handling" | "returned" | "bounced";
        DispatchView: {
            id: string;
            department: string;
            assisting?: string[];
            /** @enum {string} */
            state: "dispatched" | "signed" | "returned" | "bounced" | "withdrawn";
            cycle: number;
            request: string;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            dispatchedAt: number;
            leavesAt?: number;
            signedBy?: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            signedAt?: number;
            result?: {
                text: string;
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
            bounce?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                grounds: string;
                proposes: string;
            };
            ruled?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                grounds: string;
            };
            endedAt?: number;
            links?: components["schemas"]["DispatchLink"][];
            bounceUntil?: number;
            may: components["schemas"]["ActName"][];
        };
        /** @enum {string} */
        Doing: "reading" | "writing";
        DryRun: {
            list: string;
            expiresAt: number;
            total: number;
            judged: number;
            changed: number;
            unchanged: number;
            refused: number;
            why: {
                code: string;
                count: number;
            }[];
            examples: {
                changed: {
                    ticket: string;
                    number: string;
                    excerpt: string;
                    code?: string;
                    message?: string;
                }[];
                unchanged: {
                    ticket: string;
                    number: string;
                    excerpt: string;
                    code?: string;
                    message?: string;
                }[];
                refused: {
                    ticket: string;
                    number: string;
                    excerpt: string;
                    code?: string;
                    message?: string;
                }[];
            };
        };
        DueExplanation: {
            target: components["schemas"]["Target"];
            start: number;
            dueAt: number;
            used: number;
            counted: components["schemas"]["Span"][];
            skipped: components["schemas"]["SkippedDays"][];
            replaced: {
                date: string;
                /** @enum {string} */
                kind: "workday" | "hours";
                reason: string;
            }[];
            pauses: components["schemas"]["Pause"][];
            rolledFrom?: number;
            unknownYears: number[];
            zone: string;
            calendar: {
                id: string;
                version: string;
            };
            policy?: string;
        };
        DutyList: {
            rows: components["schemas"]["DutyRow"][];
        };
        DutyRow: {
            department: string;
            head?: string;
            roster?: string;
            contacts: {
                channel: string;
                address: string;
            }[];
            /** @description Goes into If-Match when this is changed */
            tag: string;
        };
        ElectBody: {
            comment: string;
            elected: boolean;
        };
        EntryBody: {
            /** @enum {string} */
            kind: "violation" | "incident" | "reward" | "training";
            subject: components["schemas"]["SubjectRef"];
            at: number;
            title: string;
            text?: string;
            /** @enum {string} */
            severity?: "minor" | "serious" | "grave";
            training?: components["schemas"]["Training"];
            evidence?: components["schemas"]["Evidence"][];
        };
        /** @enum {string} */
        EntryKind: "violation" | "incident" | "reward" | "training" | "objection";
        EntryList: {
            rows: components["schemas"]["EntryView"][];
            total: number;
            after?: string;
            now: number;
        };
        /** @enum {string} */
        EntryState: "proposed" | "decided" | "appealed" | "upheld" | "changed" | "withdrawn";
        EntryView: {
            id: string;
            kind: components["schemas"]["EntryKind"];
            subject: components["schemas"]["Subject"];
            at: number;
            title: string;
            text?: string;
            /** @enum {string} */
            severity?: "minor" | "serious" | "grave";
            training?: components["schemas"]["Training"];
            about?: {
                appraisal: string;
                revision: number;
            };
            evidence: components["schemas"]["Evidence"][];
            evidenceTotal?: number;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            enteredAt: number;
            fact?: string;
            state: components["schemas"]["EntryState"];
            ruling?: components["schemas"]["Ruling"];
            before?: components["schemas"]["Ruling"][];
            appealUntil?: number;
            calendar?: string;
            appeals: components["schemas"]["Appeal"][];
            dropped?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                why: string;
            };
            n: number;
            files: {
                id: string;
                type: string;
                bytes: number;
                sha256: string;
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                fileName: string;
            }[];
            appealable: boolean;
            overdue: boolean;
        };
        /** @enum {string} */
        EventType: "ticket.opened" | "ticket.scored" | "turn.citizen" | "turn.office" | "comment.edited" | "comment.deleted" | "clock.started" | "clock.moved" | "clock.warned" | "clock.breached" | "clock.stopped" | "ticket.acknowledged" | "ticket.corrected" | "ticket.dismissed" | "ticket.reopened" | "ticket.flooded" | "ticket.transferred" | "ticket.closed" | "ticket.waived" | "ticket.locked" | "ticket.released" | "ticket.asked" | "ticket.decided" | "ticket.supervised" | "ticket.rated" | "ticket.merged" | "ticket.absorbed" | "ticket.split" | "ticket.parted" | "ticket.related" | "ticket.unrelated" | "clock.paused" | "clock.resumed" | "alert.told" | "alert.exhausted" | "dispatch.sent" | "dispatch.signed" | "dispatch.returned" | "dispatch.bounced" | "dispatch.ruled" | "dispatch.withdrawn" | "reply.drafted" | "reply.proposed" | "reply.superseded" | "reply.reviewed" | "reply.returned" | "reply.attested" | "reply.approved" | "reply.sending" | "reply.sent" | "reply.postponed" | "reply.absent" | "reply.confirmed" | "reply.failed" | "reply.replaced" | "reply.waiting" | "moderation.asked" | "moderation.granted" | "moderation.refused" | "moderation.sending" | "moderation.postponed" | "moderation.done" | "moderation.failed" | "session.begun" | "session.refused" | "session.ended" | "user.proposed" | "user.approved" | "user.changed" | "user.suspended" | "user.resumed" | "user.left" | "user.unlocked" | "password.changed" | "password.reset" | "second-factor.changed" | "token.made" | "token.revoked" | "revealed" | "ticket.assigned" | "ticket.unassigned" | "ticket.tagged" | "note.added" | "act.undone" | "dispatch.linked" | "dispatch.opened" | "dispatch.unlinked" | "attachment.added" | "job.made" | "job.ended" | "job.cancelled" | "settings.changed" | "exported" | "webhook.disabled" | "trail.anchored" | "item.resolved" | "parked.replayed" | "backfill.changed" | "post.added" | "comment.added" | "incident.opened" | "incident.grown" | "incident.levelled" | "incident.joined" | "incident.parted" | "incident.merged" | "incident.split" | "incident.muted" | "incident.unmuted" | "incident.dismissed" | "incident.noted" | "incident.stepped" | "incident.reported" | "incident.received" | "incident.statement" | "incident.published" | "incident.calmed" | "incident.closed" | "incident.reopened" | "incident.reviewed" | "incident.instructed" | "incident.instruction-done" | "ticket.similar" | "letter.made" | "letter.sent" | "letter.failed" | "letter.received" | "letter.resent" | "report.made" | "report.sent" | "report.instructed" | "report.instruction-done" | "register.entered" | "register.appealed" | "register.decided" | "register.answered" | "register.amended" | "register.dropped" | "content.rated" | "appraisal.made" | "appraisal.confirmed" | "archive.sealed" | "archive.exported" | "archive.destroyed" | "archive.amended" | "comment.erased" | "erasure.asked" | "erasure.decided" | "erasure.done" | "search.watched" | "index.rebuilt" | "backup.taken" | "retention.applied";
        Evidence: {
            /** @enum {string} */
            kind: "ticket" | "comment" | "clock" | "alert" | "post" | "account" | "appraisal";
            id: string;
            at?: number;
            note?: string;
        };
        EvidenceBody: {
            evidence: components["schemas"]["Evidence"][];
        };
        FigureTable: {
            zone: string;
            rows: {
                code: string;
                name: {
                    zh: string;
                    en: string;
                };
                definition: {
                    zh: string;
                    en: string;
                };
                unit: string;
                how: string;
            }[];
        };
        /** @enum {string} */
        Gravity: "well" | "watch" | "wrong";
        HandComment: {
            platform: components["schemas"]["PlatformName"];
            account: string;
            link: string;
            post?: string;
            postTitle?: string;
            text: string;
            author?: {
                id?: string;
                name?: string;
            };
            publishedAt: number;
            /** @description PNG, JPEG or WebP as base64, at most 2 MB */
            screenshot?: string;
        };
        HandOver: {
            ticket: string;
            number: string;
            to?: components["schemas"]["Assignee"];
            why: ("taken" | "assigned" | "reply" | "spokesperson" | "asked")[];
        };
        HandPost: {
            platform: components["schemas"]["PlatformName"];
            account: string;
            post?: string;
            link?: string;
            title?: string;
            publishedAt?: number;
        };
        HandTaken: {
            id: string;
            key: string;
            screenshot: boolean;
        };
        HouseEvent: {
            id: string;
            key: string;
            ticket: string;
            n: number;
            type: components["schemas"]["EventType"];
            at: number;
            actor: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            data: {
                [key: string]: string | number | boolean | null;
            };
        };
        HouseSettingPreview: {
            problems: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
            changes: {
                path: string;
                from?: unknown;
                to?: unknown;
            }[];
            more: number;
        };
        HouseStatus: {
            now: number;
            gravity: components["schemas"]["Gravity"];
            troubles: components["schemas"]["Trouble"][];
            engines: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
            processes: components["schemas"]["ProcessRow"][];
            readers: {
                group: string;
                waiting: number;
            }[];
            alerts: {
                waiting: number;
                oldest?: number;
                auditedAt?: number;
            };
            backupAt?: number;
        };
        ImportItem: {
            /** @enum {string} */
            what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
            id: string;
            line: number;
            outcome: components["schemas"]["ImportOutcome"];
            changes?: {
                path: string;
                from?: unknown;
                to?: unknown;
            }[];
            more?: number;
            code?: string;
            detail?: string;
            problems?: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
        };
        /** @enum {string} */
        ImportOutcome: "unchanged" | "new" | "changed" | "refused";
        ImportReport: {
            dryRun: boolean;
            digest: string;
            items: components["schemas"]["ImportItem"][];
        };
        IncidentConfirmBody: {
            /** @description When it was published there */
            publishedAt?: number;
        };
        IncidentHistory: {
            rows: {
                n: number;
                at: number;
                type: components["schemas"]["EventType"];
                by: {
                    id: string;
                    name: string;
                };
                data: {
                    [key: string]: string | number | boolean | null;
                };
            }[];
            after?: number;
        };
        IncidentJoinBody: {
            comments: {
                id: string;
                publishedAt: number;
            }[];
        };
        IncidentLevelBody: {
            level: components["schemas"]["RiskLevel"];
            reason: string;
        };
        IncidentLevelTable: {
            natures: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
            }[];
            scales: {
                /** @enum {string} */
                scale: "small" | "medium" | "large" | "huge";
                asks: {
                    zh: string;
                    en: string;
                };
            }[];
            rows: {
                nature: {
                    zh: string;
                    en: string;
                };
                scale: {
                    zh: string;
                    en: string;
                };
                impact: {
                    zh: string;
                    en: string;
                };
                rising: {
                    zh: string;
                    en: string;
                };
                steady: {
                    zh: string;
                    en: string;
                };
                falling: {
                    zh: string;
                    en: string;
                };
            }[];
            procedures: {
                [key: string]: "general" | "major";
            };
        };
        IncidentList: {
            rows: {
                id: string;
                number: string;
                /** @enum {string} */
                state: "open" | "calm" | "closed" | "dismissed" | "merged";
                title: string;
                nature: string;
                /** @enum {string} */
                scale: "small" | "medium" | "large" | "huge";
                /** @enum {string} */
                trend: "rising" | "steady" | "falling";
                /** @enum {string} */
                impact: "single" | "local" | "regional" | "wide";
                level: components["schemas"]["RiskLevel"];
                /** @enum {string} */
                procedure: "general" | "major";
                since: number;
                bornAt: number;
                lastAt: number;
                comments: number;
                people: number;
                negative: number;
                urgent: number;
                departments: string[];
                accounts: string[];
                late: number;
                rate?: number;
                curve?: {
                    at: number;
                    comments: number;
                }[];
                next?: {
                    dueAt: number;
                    name?: {
                        zh: string;
                        en: string;
                    };
                };
                instructions?: number;
                mutedUntil?: number;
                mergedInto?: string;
            }[];
            after?: string;
            now: number;
        };
        IncidentMemberList: {
            rows: components["schemas"]["IncidentMemberView"][];
            after?: string;
        };
        IncidentMemberView: {
            id: string;
            publishedAt: number;
            platform: components["schemas"]["PlatformName"];
            account: string;
            accountName?: string;
            text?: string;
            author?: string;
            label?: components["schemas"]["Label"];
            level: components["schemas"]["RiskLevel"];
            sentiment: components["schemas"]["SentimentName"];
            urgent: boolean;
            likes?: number;
            link?: string;
            ticket?: {
                id: string;
                number: string;
                status: string;
            };
        };
        IncidentMembersBody: {
            comments: string[];
        };
        IncidentMergeBody: {
            with: string;
        };
        IncidentMuteBody: {
            until: number;
        };
        IncidentNoteBody: {
            text: string;
            cites?: {
                id: string;
                publishedAt: number;
            }[];
            links?: string[];
            files?: {
                name: string;
                sha256: string;
            }[];
        };
        IncidentNoteView: {
            id: string;
            text: string;
            by: {
                id: string;
                name: string;
            };
            at: number;
            cites: {
                id: string;
                publishedAt: number;
            }[];
            links: string[];
            files: {
                name: string;
                sha256: string;
            }[];
        };
        IncidentPublishBody: {
            platform: components["schemas"]["PlatformName"];
            account: string;
            link: string;
            /** @description The platform's own id of the post */
            post?: string;
        };
        IncidentReportView: {
            letter: string;
            /** @enum {string} */
            why: "opened" | "step" | "level" | "late" | "reopened" | "closed" | "instructed";
            at: number;
            level: components["schemas"]["RiskLevel"];
            to: {
                name: string;
                channel: string;
                /** @enum {string} */
                state: "pending" | "sending" | "sent" | "failed" | "unknown" | "cancelled";
                sentAt?: number;
                received?: {
                    at: number;
                    by: string;
                };
            }[];
        };
        IncidentReviewBody: {
            happened: string;
            cause: string;
            measures: string;
            lessons: string;
        };
        IncidentSplitBody: {
            comments: string[];
            title: string;
        };
        IncidentStatementBody: {
            /** @enum {string} */
            kind: "clarification" | "holding" | "update" | "briefing";
            title: string;
            text: string;
            cites?: {
                id: string;
                publishedAt: number;
            }[];
        };
        IncidentStatementView: {
            id: string;
            /** @enum {string} */
            kind: "clarification" | "holding" | "update" | "briefing";
            /** @enum {string} */
            state: "drafted" | "returned" | "approved" | "published" | "confirmed";
            title: string;
            cites?: {
                id: string;
                publishedAt: number;
            }[];
            approved?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
            returned?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                reason: string;
            };
            published?: {
                platform: components["schemas"]["PlatformName"];
                account: string;
                link: string;
                post?: string;
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
            confirmed?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                foundAt: number;
                link?: string;
            };
            lookAt?: number;
            hash: string;
            text: string;
            by: {
                id: string;
                name: string;
            };
            at: number;
        };
        IncidentStepBody: {
            /** @enum {string} */
            state?: "open" | "done" | "skipped";
            reason?: string;
            owner?: string;
        };
        IncidentThen: {
            n: number;
            at: number;
            /** @enum {string} */
            state: "open" | "calm" | "closed" | "dismissed" | "merged";
            level: components["schemas"]["RiskLevel"];
            /** @enum {string} */
            scale: "small" | "medium" | "large" | "huge";
            /** @enum {string} */
            trend: "rising" | "steady" | "falling";
            nature: string;
            figures: {
                comments: number;
                people: number;
                urgent: number;
                negative: number;
                neutral: number;
                positive: number;
                accounts: number;
                platforms: number;
            };
            curve: {
                n: number;
                at: number;
                comments: number;
                people: number;
                urgent: number;
                negative: number;
                neutral: number;
                positive: number;
                accounts: number;
                platforms: number;
            }[];
            steps: {
                [key: string]: "open" | "done" | "skipped";
            };
            statements: {
                [key: string]: "drafted" | "returned" | "approved" | "published" | "confirmed";
            };
            late: string[];
            notes: number;
            received: number;
            instructions: {
                [key: string]: boolean;
            };
            mergedInto?: string;
            mutedUntil?: number;
        };
        IncidentView: {
            id: string;
            number: string;
            /** @enum {string} */
            state: "open" | "calm" | "closed" | "dismissed" | "merged";
            title: string;
            nature: string;
            /** @enum {string} */
            scale: "small" | "medium" | "large" | "huge";
            /** @enum {string} */
            trend: "rising" | "steady" | "falling";
            /** @enum {string} */
            impact: "single" | "local" | "regional" | "wide";
            level: components["schemas"]["RiskLevel"];
            /** @enum {string} */
            procedure: "general" | "major";
            since: number;
            bornAt: number;
            lastAt: number;
            comments: number;
            people: number;
            negative: number;
            urgent: number;
            departments: string[];
            accounts: string[];
            late: number;
            rate?: number;
            curve: {
                at: number;
                comments: number;
                negative: number;
                neutral: number;
                positive: number;
                rate: number;
            }[];
            next?: {
                dueAt: number;
                name?: {
                    zh: string;
                    en: string;
                };
            };
            instructions: components["schemas"]["InstructionView"][];
            mutedUntil?: number;
            mergedInto?: string;
            words: string[];
            places: string[];
            natureName: {
                zh: string;
                en: string;
            };
            figures: {
                comments: number;
                people: number;
                urgent: number;
                sentiment: {
                    negative: number;
                    neutral: number;
                    positive: number;
                };
                levels: {
                    blue: number;
                    yellow: number;
                    orange: number;
                    red: number;
                };
                spread: {
                    platform: components["schemas"]["PlatformName"];
                    account: string;
                    comments: number;
                }[];
            };
            spread: {
                platform: components["schemas"]["PlatformName"];
                account: string;
                comments: number;
                name?: string;
            }[];
            peak: number;
            raised?: {
                at: number;
                windowMs: number;
                observed: number;
                expected: number;
                people: number;
            };
            found: components["schemas"]["RiskLevel"];
            set?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                level: components["schemas"]["RiskLevel"];
            };
            lowerSince?: number;
            tracks: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                procedure: "general" | "major";
                /** @enum {string} */
                by: "published" | "steps";
                startedAt: number;
                dueAt: number;
                metAt?: number;
                lateAt?: number;
            }[];
            steps: {
                id: string;
                name: {
                    zh: string;
                    en: string;
                };
                owner: string;
                /** @enum {string} */
                procedure: "general" | "major";
                track?: string;
                dueAt?: number;
                /** @enum {string} */
                state: "open" | "done" | "skipped";
                reason?: string;
                /** @enum {string} */
                byStatement?: "clarification" | "holding" | "update" | "briefing";
                by?: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at?: number;
            }[];
            statements: components["schemas"]["IncidentStatementView"][];
            notes: components["schemas"]["IncidentNoteView"][];
            reports: components["schemas"]["IncidentReportView"][];
            cited: components["schemas"]["IncidentMemberView"][];
            review?: {
                happened: string;
                cause: string;
                measures: string;
                lessons: string;
                by: {
                    id: string;
                    name: string;
                };
                at: number;
            };
            muted?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                until: number;
            };
            closed?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                reason: string;
            };
            dismissed?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                reason: string;
            };
            calmSince?: number;
            absorbed: string[];
            splitFrom?: string;
            lastTurn: number;
            n: number;
            now: number;
        };
        IndicatorLine: {
            /** @enum {string} */
            indicator: "publications" | "rhythm" | "quality" | "reads" | "likes" | "comments" | "reposts" | "replied" | "onTime" | "satisfaction" | "security";
            raw: components["schemas"]["Raw"];
            curve: {
                at: number;
                points: number;
            }[];
            points?: number;
            weight: number;
            product?: number;
            behind: components["schemas"]["Behind"];
            before?: {
                value?: number;
                points?: number;
            };
        };
        InspectionBody: {
            from: number;
            to: number;
            accounts?: string[];
        };
        InstructionBody: {
            text: string;
            dueAt?: number;
            to?: components["schemas"]["InstructionTarget"][];
        };
        InstructionDoneBody: {
            text: string;
        };
        InstructionTarget: ({
            /** @enum {string} */
            kind: "person";
            person: string;
        } | {
            /** @enum {string} */
            kind: "roster";
            roster: string;
        } | {
            /** @enum {string} */
            kind: "department-head";
            department?: string;
        } | {
            /** @enum {string} */
            kind: "channel";
            channel: string;
        }) | {
            /** @enum {string} */
            kind: "role";
            role: string;
        };
        InstructionView: {
            id: string;
            text: string;
            by: {
                id: string;
                name: string;
            };
            at: number;
            dueAt?: number;
            to?: components["schemas"]["InstructionTarget"][];
            letter?: string;
            done?: {
                by: {
                    id: string;
                    name: string;
                };
                at: number;
                text: string;
            };
            lateAt?: number;
        };
        IntakeBody: {
            comments: components["schemas"]["IntakeComment"][];
        };
        IntakeComment: {
            id: string;
            post: string;
            postTitle?: string;
            link?: string;
            parent?: string;
            root?: string;
            author?: {
                id?: string;
                name?: string;
            };
            text: string;
            publishedAt: number;
            likes?: number;
            deleted?: boolean;
        };
        IntakeTaken: {
            taken: number;
            refused: {
                index: number;
                reason: string;
            }[];
        };
        Interval: {
            start: string;
            end: string;
        };
        ItemList: {
            rows: components["schemas"]["ItemRow"][];
            now: number;
        };
        ItemResolved: {
            resolved: boolean;
        };
        ItemRow: {
            id: string;
            /** @enum {string} */
            kind: "account.authorise" | "account.authorise-soon" | "account.stopped" | "account.capability" | "account.silent" | "account.too-few-posts" | "account.password" | "post.look" | "post.gap" | "post.endless" | "user.unused" | "webhook.disabled";
            platform?: components["schemas"]["PlatformName"];
            account?: string;
            about?: string;
            link?: string;
            facts: {
                [key: string]: string | number;
            };
            since: number;
            lastSeenAt: number;
            resolvedAt?: number;
            resolvedBy?: string;
            zh: string;
            en: string;
        };
        JobAct: {
            /** @enum {string} */
            type: "acknowledge";
        } | {
            /** @enum {string} */
            type: "assign";
            to: string;
        } | {
            /** @enum {string} */
            type: "unassign";
        } | {
            /** @enum {string} */
            type: "tag";
            add?: string[];
            remove?: string[];
        } | {
            /** @enum {string} */
            type: "correct";
            label?: components["schemas"]["Label"];
            department?: string;
            sentiment?: components["schemas"]["SentimentName"];
            level?: components["schemas"]["RiskLevel"];
            urgent?: boolean;
        } | {
            /** @enum {string} */
            type: "dismiss";
            reason: string;
        } | {
            /** @enum {string} */
            type: "waive";
            reason: string;
        } | {
            /** @enum {string} */
            type: "reopen";
            reason: string;
        } | {
            /** @enum {string} */
            type: "dispatch";
            department: string;
            assisting?: string[];
            request: string;
        } | {
            /** @enum {string} */
            type: "macro";
            macro: string;
        } | {
            /** @enum {string} */
            type: "undo";
            job: string;
        };
        JobAnswer: {
            job: components["schemas"]["JobView"];
            refused: {
                rows: components["schemas"]["RefusedRow"][];
                after?: string;
            };
            now: number;
        };
        JobBody: {
            act: components["schemas"]["BulkAct"];
            on: components["schemas"]["JobOn"];
            dryRun?: boolean;
        };
        JobList: {
            rows: components["schemas"]["JobView"][];
            now: number;
        };
        JobMade: {
            dryRun?: components["schemas"]["DryRun"];
            job?: components["schemas"]["JobView"];
        };
        JobOn: {
            ids?: string[];
            filter?: components["schemas"]["TicketFilterBody"];
            list?: string;
        };
        /** @enum {string} */
        JobState: "waiting" | "running" | "done" | "cancelled" | "stopped";
        JobView: {
            id: string;
            act: components["schemas"]["JobAct"];
            by: {
                id: string;
                name: string;
            };
            state: components["schemas"]["JobState"];
            why?: string;
            cancelledBy?: string;
            madeAt: number;
            startedAt?: number;
            endedAt?: number;
            total: number;
            done: number;
            changed: number;
            unchanged: number;
            refused: number;
            rate?: number;
            undoUntil?: number;
            left?: number;
        };
        /** @enum {string} */
        Label: "inquiry" | "suggestion" | "complaint" | "other";
        Ladder: {
            id: string;
            version: string;
            effectiveFrom: number;
            for: components["schemas"]["TriggerKind"][];
            urgent: boolean;
            keepsQuietHours: boolean;
            rungs: components["schemas"]["Rung"][];
        };
        LadderList: {
            rows: components["schemas"]["LadderRow"][];
            channels: string[];
            now: number;
        };
        LadderRow: {
            id: string;
            version: string;
            effectiveFrom: number;
            for: components["schemas"]["TriggerKind"][];
            urgent: boolean;
            keepsQuietHours: boolean;
            rungs: components["schemas"]["Rung"][];
            inForce: boolean;
            shipped: boolean;
            problems: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
        };
        LadderSaved: {
            ladder: components["schemas"]["Ladder"];
            problems: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
        };
        LeaveBody: {
            why: string;
            successor?: string;
        };
        LetterCounts: {
            recipients: number;
            sent: number;
            waiting: number;
            failed: number;
            received: number;
            late: number;
        };
        LetterList: {
            rows: components["schemas"]["LetterRow"][];
            after?: string;
        };
        LetterReceived: {
            /** @enum {boolean} */
            received: true;
        };
        LetterRow: {
            id: string;
            /** @enum {string} */
            about: "incident" | "report" | "search" | "register" | "archive" | "board" | "test";
            of: string;
            title: string;
            urgent: boolean;
            level?: components["schemas"]["RiskLevel"];
            receipt: boolean;
            by: {
                id: string;
                name: string;
            };
            madeAt: number;
            counts: components["schemas"]["LetterCounts"];
        };
        LetterSent: {
            n: number;
            /** @enum {string} */
            state: "pending" | "sending" | "sent" | "failed" | "unknown" | "cancelled";
            attempts: number;
            madeAt: number;
            sentAt?: number;
            perhapsRepeated?: boolean;
            reason?: string;
            received?: {
                at: number;
                by: {
                    id: string;
                    name: string;
                };
            };
            late: boolean;
        };
        LetterView: {
            id: string;
            /** @enum {string} */
            about: "incident" | "report" | "search" | "register" | "archive" | "board" | "test";
            of: string;
            title: string;
            urgent: boolean;
            level?: components["schemas"]["RiskLevel"];
            receipt: boolean;
            by: {
                id: string;
                name: string;
            };
            madeAt: number;
            lines: string[];
            path?: string;
            files: {
                name: string;
                type: string;
                sha256: string;
                bytes: number;
            }[];
            counts: components["schemas"]["LetterCounts"];
            n: number;
            to: {
                ref: string;
                channel: string;
                name: string;
                person?: string;
                sent: components["schemas"]["LetterSent"][];
            }[];
        };
        LikeAnswer: {
            rows: components["schemas"]["SearchRow"][];
            words: string[];
            now: number;
        };
        LinksView: {
            mergedInto?: components["schemas"]["TicketLink"];
            absorbed: components["schemas"]["TicketLink"][];
            related: components["schemas"]["TicketLink"][];
        };
        ListsPreview: {
            templates: {
                id: string;
                version: number;
                words: string[];
            }[];
            drafts: {
                ticket: string;
                number: string;
                reply: string;
                words: string[];
            }[];
            looked: {
                templates: number;
                drafts: number;
            };
            complete: boolean;
        };
        LockView: {
            since: number;
            why: string;
            released?: {
                by: string;
                at: number;
            };
            spokesperson?: {
                id: string;
                name?: string;
            };
        };
        MacroApplied: {
            done: components["schemas"]["MacroStep"][];
            refused?: {
                step: number;
                what: components["schemas"]["MacroStep"];
                code: string;
                message: string;
            };
            lastTurn: number;
        };
        MacroBody: {
            name: string;
            description?: string;
            steps: components["schemas"]["MacroStep"][];
        };
        MacroList: {
            rows: components["schemas"]["MacroRow"][];
        };
        MacroRow: {
            id: string;
            name: string;
            description?: string;
            steps: components["schemas"]["MacroStep"][];
            by: string;
            at: number;
            may: boolean;
            tag: string;
        };
        MacroStep: {
            /** @enum {string} */
            type: "acknowledge";
        } | {
            /** @enum {string} */
            type: "assign";
            to: string;
        } | {
            /** @enum {string} */
            type: "unassign";
        } | {
            /** @enum {string} */
            type: "tag";
            add?: string[];
            remove?: string[];
        } | {
            /** @enum {string} */
            type: "correct";
            label?: components["schemas"]["Label"];
            department?: string;
            sentiment?: components["schemas"]["SentimentName"];
            level?: components["schemas"]["RiskLevel"];
            urgent?: boolean;
        } | {
            /** @enum {string} */
            type: "dismiss";
            reason: string;
        } | {
            /** @enum {string} */
            type: "waive";
            reason: string;
        } | {
            /** @enum {string} */
            type: "reopen";
            reason: string;
        } | {
            /** @enum {string} */
            type: "dispatch";
            department: string;
            assisting?: string[];
            request: string;
        } | {
            /** @enum {string} */
            type: "reply";
            template: string;
            kind?: components["schemas"]["ReplyKind"];
        };
        MakeReportBody: {
            /** @enum {string} */
            kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
            period: string;
        };
        MapPreview: {
            problems: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
            looked: number;
            judged: number;
            other: number;
            examples: {
                ticket?: string;
                number?: string;
                comment?: string;
                was: string[];
                would: string[];
            }[];
            complete: boolean;
        };
        MeBody: {
            /** @enum {string} */
            language: "zh" | "en";
        };
        MentionList: {
            rows: components["schemas"]["MentionRow"][];
            unread: number;
            now: number;
        };
        MentionRow: {
            id: string;
            ticket: string;
            number: string;
            note: string;
            by: string;
            at: number;
            text: string;
            read: boolean;
        };
        MentionsRead: {
            unread: number;
        };
        MentionsReadBody: {
            ids?: string[];
        };
        MergeBody: {
            with: string;
            seen?: number;
        };
        ModerationView: {
            id: string;
            /** @enum {string} */
            kind: "remove" | "elect";
            comment: string;
            native: string;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            ground?: components["schemas"]["RemovalGround"];
            text?: string;
            elected?: boolean;
            /** @enum {string} */
            state: "asked" | "refused" | "granted" | "sending" | "done" | "failed";
            decided?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                reason?: string;
            };
            attempt: number;
            nextAt?: number;
            doneAt?: number;
            words?: {
                zh: string;
                en: string;
            };
            trouble?: {
                /** @enum {string} */
                why: "comment-gone" | "post-gone" | "words" | "too-long" | "replies-closed" | "one-reply" | "no-reply" | "no-account" | "quota" | "account-stopped" | "account-paused" | "platform-away" | "removed" | "unknown" | "refused";
                zh: string;
                en: string;
                code: string;
                message: string;
                at: number;
            };
            may: components["schemas"]["ActName"][];
        };
        Mood: {
            negative: number;
            neutral: number;
            positive: number;
        };
        MoodNote: {
            at: number;
            /** @enum {string} */
            kind: "post" | "incident";
            id: string;
            title: string;
            account?: string;
            link?: string;
        };
        MoodPart: {
            key: string;
            name: string;
            negative: number;
            neutral: number;
            positive: number;
            before: components["schemas"]["Mood"];
        };
        MoodPoint: {
            at: number;
            negative: number;
            neutral: number;
            positive: number;
            before?: components["schemas"]["Mood"];
        };
        MovedDue: {
            ticket: string;
            number: string;
            promise: components["schemas"]["PromiseKind"];
            rule?: string;
            was: number;
            dueAt: number;
            breaches: boolean;
            zh: string;
            en: string;
        };
        NeedView: {
            kind: components["schemas"]["TriggerKind"];
            subject: string;
            at: number;
            urgent: boolean;
            level: components["schemas"]["RiskLevel"];
        };
        /** @enum {string} */
        NoProposal: "no-sources" | "declined" | "uncited" | "empty" | "too-long";
        /** @enum {string} */
        NotTold: "not-told" | "too-few" | "nothing";
        NoteBody: {
            text: string;
            mentions?: string[];
            shared?: boolean;
        };
        NoteView: {
            id: string;
            at: number;
            by: {
                id: string;
                name: string;
                department?: string;
            };
            text: string;
            mentions: components["schemas"]["Assignee"][];
            shared: boolean;
        };
        ObjectionBody: {
            grounds: string;
        };
        Override: {
            date: string;
            to?: string;
            reason: string;
            notice?: number;
            /** @enum {string} */
            kind: "off";
        } | {
            date: string;
            to?: string;
            reason: string;
            notice?: number;
            /** @enum {string} */
            kind: "workday";
        } | {
            date: string;
            to?: string;
            reason: string;
            notice?: number;
            /** @enum {string} */
            kind: "hours";
            hours: components["schemas"]["Interval"][];
        };
        Owed: {
            comment: string;
            native: string;
            publishedAt: number;
            urgent?: boolean;
            raisedAt?: number;
            since?: number;
            via?: string;
        };
        OwnLetterList: {
            rows: {
                id: string;
                /** @enum {string} */
                about: "incident" | "report" | "search" | "register" | "archive" | "board" | "test";
                of: string;
                title: string;
                urgent: boolean;
                level?: components["schemas"]["RiskLevel"];
                receipt: boolean;
                by: {
                    id: string;
                    name: string;
                };
                madeAt: number;
                lines: string[];
                path?: string;
                files: {
                    name: string;
                    type: string;
                    sha256: string;
                    bytes: number;
                }[];
                received: boolean;
            }[];
            after?: string;
        };
        ParkedList: {
            rows: components["schemas"]["ParkedRow"][];
            after?: string;
        };
        ParkedRow: {
            id: string;
            topic: string;
            reason: string;
            raw: string;
            cut: boolean;
            at: number;
            replayedAt?: number;
        };
        Participant: {
            id?: string;
            name: string;
            department?: string;
        };
        Pause: {
            from: number;
            to: number;
            reason: components["schemas"]["PauseReason"];
        };
        PauseBody: {
            reason: components["schemas"]["PauseReason"];
        };
        /** @enum {string} */
        PauseReason: "awaiting_citizen" | "platform_outage" | "legal_hold" | "superior_instruction";
        Period: {
            year: number;
            quarter?: number;
            from: number;
            to: number;
        };
        PersonList: {
            rows: components["schemas"]["PersonRow"][];
        };
        PersonRow: {
            id: string;
            name: string;
            department?: string;
            role?: string;
            contacts: {
                channel: string;
                address: string;
            }[];
            leave: {
                from: number;
                to: number;
            }[];
            deputy?: string;
            muteBelow?: components["schemas"]["RiskLevel"];
            /** @description Goes into If-Match when this is changed */
            tag: string;
        };
        PlacesBody: {
            places: {
                name: string;
                aliases?: string[];
                within?: string;
            }[];
        };
        PlacesView: {
            places: {
                name: string;
                aliases?: string[];
                within?: string;
            }[];
            /** @enum {string} */
            origin: "kept" | "settings";
            /** @description Goes into If-Match when this is changed */
            tag?: string;
        };
        /** @enum {string} */
        PlatformName: "wechat" | "weibo" | "douyin" | "kuaishou" | "mastodon" | "other";
        Policy: {
            version: string;
            effectiveFrom: number;
            rules: components["schemas"]["PolicyRule"][];
            reviewBelow: number;
            sampleOther: number;
            acknowledgeFor: {
                normal: number;
                urgent: number;
            };
            pauseAtMost: {
                awaiting_citizen: number;
                platform_outage: number;
                legal_hold: number;
                superior_instruction: number;
            };
            selfReview: boolean;
            reportFrom: components["schemas"]["RiskLevel"];
            promiseWithin: number;
            reopenWithin: number;
            reopenedOften: number;
            bounce: {
                within: number;
                atMost: number;
            };
            extendTo: components["schemas"]["Target"];
        };
        PolicyEffect: {
            tickets: number;
            rules: {
                name: string;
                tickets: number;
            }[];
            clocks: number;
            sooner: number;
            later: number;
            breached: {
                before: number;
                after: number;
            };
            examples: components["schemas"]["MovedDue"][];
        };
        PolicyList: {
            rows: components["schemas"]["PolicyRow"][];
            examples: components["schemas"]["WorkedExample"][];
            now: number;
        };
        PolicyMatch: {
            accounts?: string[];
            labels?: components["schemas"]["Label"][];
            departments?: string[];
            levels?: components["schemas"]["RiskLevel"][];
            urgent?: boolean;
        };
        PolicyPreview: {
            problems: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
            examples: components["schemas"]["WorkedExample"][];
            effect?: components["schemas"]["PolicyEffect"];
            complete: boolean;
            now: number;
        };
        PolicyRow: {
            version: string;
            effectiveFrom: number;
            rules: components["schemas"]["PolicyRule"][];
            reviewBelow: number;
            sampleOther: number;
            acknowledgeFor: {
                normal: number;
                urgent: number;
            };
            pauseAtMost: {
                awaiting_citizen: number;
                platform_outage: number;
                legal_hold: number;
                superior_instruction: number;
            };
            selfReview: boolean;
            reportFrom: components["schemas"]["RiskLevel"];
            promiseWithin: number;
            reopenWithin: number;
            reopenedOften: number;
            bounce: {
                within: number;
                atMost: number;
            };
            extendTo: components["schemas"]["Target"];
            inForce: boolean;
            shipped: boolean;
        };
        PolicyRule: {
            name: string;
            when: components["schemas"]["PolicyMatch"];
            promises: {
                first?: components["schemas"]["Promised"];
                next?: components["schemas"]["Promised"];
                close?: components["schemas"]["Promised"];
                sign?: components["schemas"]["Promised"];
                handle?: components["schemas"]["Promised"];
            };
        };
        PostLine: {
            id: string;
            title?: string;
            publishedAt: number;
            reads?: number;
            likes?: number;
            comments?: number;
            reposts?: number;
            quality?: number;
        };
        PostRow: {
            id: string;
            platform: components["schemas"]["PlatformName"];
            account: string;
            post: string;
            title?: string;
            link?: string;
            publishedAt?: number;
            foundAt: number;
            /** @enum {string} */
            source: "poll" | "comment" | "hand" | "settings";
            counts?: {
                reads?: number;
                likes?: number;
                comments?: number;
                reposts?: number;
                at: number;
            };
            looks: {
                reads?: number;
                likes?: number;
                comments?: number;
                reposts?: number;
                at: number;
            }[];
            gone?: {
                since: number;
                code?: string;
            };
            accountName: string;
            held: number;
            gap?: number;
        };
        PostRows: {
            rows: components["schemas"]["PostRow"][];
            total: number;
            after?: string;
            now: number;
        };
        PresenceBody: {
            doing: components["schemas"]["Doing"];
        };
        PresenceList: {
            rows: components["schemas"]["PresenceRow"][];
            now: number;
        };
        PresenceRow: {
            id: string;
            name: string;
            doing: components["schemas"]["Doing"];
            since: number;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            at?: string;
            problems?: {
                code: string;
                refuses: boolean;
                where?: string;
                rung?: number;
                zh: string;
                en: string;
            }[];
            findings?: {
                /** @enum {string} */
                code: "personal-id" | "personal-bank-card" | "personal-mobile" | "personal-passport" | "personal-landline" | "personal-email" | "personal-plate" | "personal-address" | "secret-mark" | "secret-internal" | "secret-number" | "sensitive" | "cold" | "not-us" | "referral" | "short" | "repeated" | "proposed" | "long" | "empty" | "link";
                /** @enum {string} */
                severity: "refuse" | "warn";
                from: number;
                to: number;
                zh: string;
                en: string;
                replacement?: string;
            }[];
            winner?: {
                name: string;
                type: components["schemas"]["EventType"];
                at: number;
            };
            query?: {
                zh: string;
                en: string;
                from: number;
                to: number;
            };
        };
        ProcessRow: {
            service: string;
            host: string;
            version: string;
            startedAt: number;
            seenAt: number;
            lacks: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
            disk?: {
                free: number;
                size: number;
            };
            stored?: {
                at: number;
                delay: number;
            };
        };
        /** @enum {string} */
        PromiseKind: "first" | "next" | "close" | "sign" | "handle";
        Promised: {
            target: components["schemas"]["Target"];
            calendar: string;
            warnBefore: number[];
        };
        Proposal: {
            id: string;
            text: string;
            /** @enum {boolean} */
            machineMade: true;
            notice: {
                zh: string;
                en: string;
            };
            model: string;
            sources: components["schemas"]["ProposalSource"][];
            unfounded: string[];
            unfilled: string[];
            findings: {
                /** @enum {string} */
                code: "personal-id" | "personal-bank-card" | "personal-mobile" | "personal-passport" | "personal-landline" | "personal-email" | "personal-plate" | "personal-address" | "secret-mark" | "secret-internal" | "secret-number" | "sensitive" | "cold" | "not-us" | "referral" | "short" | "repeated" | "proposed" | "long" | "empty" | "link";
                /** @enum {string} */
                severity: "refuse" | "warn";
                from: number;
                to: number;
                zh: string;
                en: string;
                replacement?: string;
            }[];
            refused: boolean;
            length: number;
            limit?: number;
        };
        ProposalAnswer: {
            proposal?: components["schemas"]["Proposal"];
            none?: {
                why: components["schemas"]["NoProposal"];
                zh: string;
                en: string;
            };
            now: number;
        };
        ProposalSource: {
            /** @enum {string} */
            kind: "template";
            template: string;
            name: string;
        } | {
            /** @enum {string} */
            kind: "reply";
            ticket: string;
            number: string;
        };
        Proposed: {
            id: string;
            unchanged: boolean;
        };
        QueueList: {
            rows: components["schemas"]["QueueRow"][];
            now: number;
        };
        /** @enum {string} */
        QueueName: "mine" | "unassigned" | "due-next" | "overdue" | "urgent" | "labels-to-review" | "replies-to-review" | "department";
        QueueRow: {
            name: components["schemas"]["QueueName"];
            department?: string;
            count: number;
            query: string;
        };
        QuietHours: {
            version: string;
            /** @enum {string} */
            zone: "Asia/Shanghai";
            weekly: {
                days: number[];
                from: string;
                to: string;
            }[];
        };
        QuietHoursView: {
            quietHours?: {
                version: string;
                /** @enum {string} */
                zone: "Asia/Shanghai";
                weekly: {
                    days: number[];
                    from: string;
                    to: string;
                }[];
                /** @description Goes into If-Match when this is changed */
                tag: string;
            };
        };
        Rating: {
            id: string;
            post: string;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            scores: components["schemas"]["Scores"];
            note?: string;
            earlier: components["schemas"]["RatingRevision"][];
        };
        RatingBody: {
            scores: components["schemas"]["Scores"];
            note?: string;
        };
        RatingList: {
            rows: components["schemas"]["Rating"][];
            criteria: components["schemas"]["CriterionWords"][];
        };
        RatingRevision: {
            at: number;
            scores: components["schemas"]["Scores"];
            note?: string;
        };
        Raw: {
            numerator: number;
            denominator: number;
            factor: number;
            value?: number;
            why?: components["schemas"]["NotTold"];
        };
        Readiness: {
            ready: boolean;
            checks: {
                name: string;
                ok: boolean;
                detail: string;
                advisory?: boolean;
            }[];
        };
        ReasonBody: {
            why: string;
        };
        RefusedRow: {
            ticket: string;
            number: string;
            code: string;
            message: string;
            step?: number;
        };
        RelateBody: {
            other: string;
        };
        ReleaseBody: {
            spokesperson?: string;
        };
        Reminder: {
            /** @enum {string} */
            kind: "account.authorise" | "account.authorise-soon" | "account.stopped" | "account.capability" | "account.silent" | "account.too-few-posts" | "account.password" | "post.look" | "post.gap" | "post.endless" | "user.unused" | "webhook.disabled";
            facts: {
                [key: string]: string | number;
            };
            zh: string;
            en: string;
        };
        RemovalBody: {
            comment: string;
            ground: components["schemas"]["RemovalGround"];
            text: string;
        };
        /** @enum {string} */
        RemovalGround: "constitution" | "state-security" | "national-honour" | "heroes-and-martyrs" | "terrorism" | "ethnic-hatred" | "cults" | "rumour" | "obscenity-or-violence" | "insult-or-privacy" | "other-law";
        ReplyBody: {
            text: string;
            kind?: components["schemas"]["ReplyKind"];
            answers?: string[];
            promisedAt?: number;
            template?: components["schemas"]["TemplateChoice"];
            important?: boolean;
            edits?: string;
            proposal?: string;
        };
        /** @enum {string} */
        ReplyKind: "holding" | "interim" | "final";
        ReplyListsView: {
            lists: {
                sensitive: {
                    word: string;
                    /** @enum {string} */
                    severity: "refuse" | "warn";
                    instead?: string;
                }[];
                cold: {
                    words: string[];
                    whole?: boolean;
                    unless?: string[];
                    /** @enum {string} */
                    notUs?: "polite" | "blunt";
                    instead?: string;
                }[];
                officePhones: string[];
                hosts: string[];
            };
            tag?: string;
        };
        /** @enum {string} */
        ReplyState: "drafted" | "reviewed" | "approved" | "sending" | "sent" | "confirmed" | "failed" | "superseded" | "returned" | "attesting" | "replaced";
        ReplyView: {
            id: string;
            kind: components["schemas"]["ReplyKind"];
            to: components["schemas"]["Owed"];
            answers: string[];
            text: string;
            hash: string;
            state: components["schemas"]["ReplyState"];
            author: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            draftedAt: number;
            important?: string[];
            template?: string;
            proposed?: components["schemas"]["Proposed"];
            promisedAt?: number;
            reviewedBy?: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            reviewedAt?: number;
            repeats?: string;
            selfReviewed?: boolean;
            approvedBy?: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            approvedAt?: number;
            returned?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                reason: string;
            };
            attested?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
                postedAt: number;
                evidence: string;
                confirmedBy?: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
            };
            attempt: number;
            sentAt?: number;
            native?: string;
            acceptedAt?: number;
            confirmedAt?: number;
            answered?: components["schemas"]["Owed"][];
            stopped?: string;
            absent?: {
                times: number;
                since: number;
                looks?: number[];
            };
            failure?: {
                code: string;
                message: string;
                at: number;
                /** @enum {string} */
                why?: "comment-gone" | "post-gone" | "words" | "too-long" | "replies-closed" | "one-reply" | "no-reply" | "no-account" | "quota" | "account-stopped" | "account-paused" | "platform-away" | "removed" | "unknown" | "refused";
            };
            leavesAt?: number;
            nextAt?: number;
            waits?: components["schemas"]["ReplyWait"];
            replaces?: string;
            replacedBy?: string;
            trouble?: components["schemas"]["TroubleView"];
            heldBack: boolean;
            correction?: {
                /** @enum {string} */
                how: "replace" | "further" | "by-hand";
                by?: components["schemas"]["ActName"];
            };
            may: components["schemas"]["ActName"][];
        };
        ReplyWait: {
            /** @enum {string} */
            why: "comment-gone" | "post-gone" | "words" | "too-long" | "replies-closed" | "one-reply" | "no-reply" | "no-account" | "quota" | "account-stopped" | "account-paused" | "platform-away" | "removed" | "unknown" | "refused";
            code: string;
            message: string;
            since: number;
            until: number;
        };
        ReportList: {
            rows: components["schemas"]["ReportListRow"][];
            after?: string;
            now: number;
        };
        ReportListRow: {
            id: string;
            /** @enum {string} */
            kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
            period: {
                /** @enum {string} */
                kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                name: string;
                from: number;
                to: number;
            };
            title: string;
            number: string;
            revision: number;
            madeAt: number;
            letters: string[];
            by: {
                id: string;
                name: string;
            };
            files: {
                /** @enum {string} */
                format: "docx" | "pdf" | "xlsx" | "html";
                name: string;
                type: string;
                bytes: number;
            }[];
            instructed: {
                all: number;
                open: number;
            };
            sent?: {
                at: number;
                receipt: boolean;
                counts: components["schemas"]["LetterCounts"];
            };
        };
        ReportProgress: {
            report: string;
            revision: number;
            period: {
                /** @enum {string} */
                kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                name: string;
            };
            by: {
                id: string;
                name: string;
            };
            askedAt: number;
            startedAt?: number;
            endedAt?: number;
            progress?: components["schemas"]["BoardCounting"];
            failed?: {
                code: string;
                message: string;
            };
            now: number;
        };
        ReportSent: {
            letter: string;
            recipients: number;
        };
        ReportView: {
            id: string;
            revision: number;
            newest: number;
            madeAt: number;
            by: {
                id: string;
                name: string;
            };
            document: {
                title: string;
                number: string;
                issuer: string;
                period: {
                    /** @enum {string} */
                    kind: "daily" | "weekly" | "monthly" | "quarterly" | "yearly" | "special";
                    name: string;
                    from: number;
                    to: number;
                };
                asOf: number;
                minimumSample: number;
                figures: {
                    now: {
                        figure: string;
                        /** @enum {string} */
                        by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                        key?: string;
                        value: number | null;
                        sample?: number;
                    }[];
                    before?: {
                        figure: string;
                        /** @enum {string} */
                        by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                        key?: string;
                        value: number | null;
                        sample?: number;
                    }[];
                    "year-ago"?: {
                        figure: string;
                        /** @enum {string} */
                        by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                        key?: string;
                        value: number | null;
                        sample?: number;
                    }[];
                };
                names: {
                    [key: string]: string;
                };
                sections: {
                    code: string;
                    title: string;
                    parts: {
                        title?: string;
                        sentences: {
                            said: {
                                text: string;
                                /** @enum {string} */
                                as?: "value" | "sample" | "name" | "growth" | "difference" | "share";
                                cites?: number[];
                            }[];
                            cites: ({
                                figure: string;
                                /** @enum {string} */
                                by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                                key?: string;
                                /** @enum {string} */
                                of?: "now" | "before" | "year-ago";
                            } | {
                                comment: string;
                                publishedAt: number;
                            })[];
                        }[];
                        tables?: {
                            title: string;
                            head: string[];
                            rows: (string | {
                                text: string;
                                /** @enum {string} */
                                as: "value" | "sample" | "name" | "growth" | "difference" | "share";
                                cites: ({
                                    figure: string;
                                    /** @enum {string} */
                                    by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                                    key?: string;
                                    /** @enum {string} */
                                    of?: "now" | "before" | "year-ago";
                                } | {
                                    comment: string;
                                    publishedAt: number;
                                })[];
                            })[][];
                            widths?: number[];
                        }[];
                        curves?: {
                            title: string;
                            figure: string;
                            /** @enum {string} */
                            by: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                            at: string[];
                            lines: {
                                name: string;
                                /** @enum {string} */
                                of: "now" | "before" | "year-ago";
                                keys: string[];
                                values: number[];
                            }[];
                        }[];
                        comments?: string[];
                    }[];
                }[];
                comments: {
                    id: string;
                    publishedAt: number;
                    platform: components["schemas"]["PlatformName"];
                    account: string;
                    text: string;
                    link?: string;
                }[];
            };
            files: {
                /** @enum {string} */
                format: "docx" | "pdf" | "xlsx" | "html";
                name: string;
                type: string;
                sha256: string;
                bytes: number;
            }[];
            missing?: {
                /** @enum {string} */
                format: "docx" | "pdf" | "xlsx" | "html";
                code: string;
            }[];
            why?: string;
            changes?: {
                figure: string;
                /** @enum {string} */
                by?: "label" | "sentiment" | "level" | "platform" | "account" | "department" | "person" | "kind" | "day" | "month" | "incident" | "topic";
                key?: string;
                from: number | null;
                to: number | null;
            }[];
            letters: string[];
            instructions: components["schemas"]["InstructionView"][];
            now: number;
        };
        ResendBody: {
            n: number;
            to?: string[];
        };
        ResetBody: {
            secondFactor?: boolean;
        };
        ResolveBody: {
            id: string;
        };
        RestoreBody: {
            n: number;
        };
        Retention: {
            terms: {
                publications: components["schemas"]["Term"];
                replies: components["schemas"]["Term"];
                reports: components["schemas"]["Term"];
                training: components["schemas"]["Term"];
            };
        };
        ReviewBody: {
            hash: string;
        };
        ReviewList: {
            rows: components["schemas"]["ReviewRow"][];
            judgements: number;
            now: number;
        };
        ReviewRow: {
            /** @enum {string} */
            kind: "reply" | "ask" | "removal";
            id: string;
            by: string;
            at: number;
            may: components["schemas"]["ActName"][];
            ticket: components["schemas"]["TicketRow"];
        };
        /** @enum {string} */
        ReviewWhy: "unsure" | "sample";
        RevisionList: {
            rows: {
                n: number;
                at: number;
                by: {
                    id: string;
                    name: string;
                };
                /** @enum {string} */
                how: "saved" | "restored" | "imported" | "removed" | "found";
                of?: number;
                changes: {
                    path: string;
                    from?: unknown;
                    to?: unknown;
                }[];
                more: number;
            }[];
            before?: number;
        };
        RevisionView: {
            n: number;
            at: number;
            by: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            how: "saved" | "restored" | "imported" | "removed" | "found";
            of?: number;
            value: unknown;
        };
        /** @enum {string} */
        RiskLevel: "blue" | "yellow" | "orange" | "red";
        /** @enum {string} */
        Role: "administrator" | "head" | "collector" | "editor" | "reviewer" | "maintainer" | "handler" | "leader" | "auditor";
        RosterList: {
            rows: components["schemas"]["RosterRow"][];
        };
        RosterRow: {
            id: string;
            name: string;
            /** @enum {string} */
            zone: "Asia/Shanghai";
            weekly: {
                days: number[];
                from: string;
                to: string;
                people: string[];
            }[];
            dated: {
                from: number;
                to: number;
                people: string[];
            }[];
            handOver: number;
            /** @description Goes into If-Match when this is changed */
            tag: string;
        };
        RuleBody: {
            why: string;
            /** @enum {string} */
            severity?: "minor" | "serious" | "grave";
            points?: number;
        };
        Ruling: {
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            why: string;
            nth?: number;
            after?: string[];
            consequence?: {
                id: string;
                zh: string;
                en: string;
            };
            /** @enum {string} */
            severity?: "minor" | "serious" | "grave";
            points: number;
        };
        Rung: {
            after: number;
            to: ({
                /** @enum {string} */
                kind: "person";
                person: string;
            } | {
                /** @enum {string} */
                kind: "roster";
                roster: string;
            } | {
                /** @enum {string} */
                kind: "department-head";
                department?: string;
            } | {
                /** @enum {string} */
                kind: "channel";
                channel: string;
            })[];
            by: string[];
            repeat?: {
                every: number;
                times?: number;
            };
            untilAcknowledged: boolean;
        };
        SampleRow: {
            post: {
                id: string;
                platform: components["schemas"]["PlatformName"];
                account: string;
                post: string;
                title?: string;
                link?: string;
                publishedAt?: number;
            };
            accountName: string;
            ratings: number;
            own?: components["schemas"]["Rating"];
            rateable: boolean;
        };
        SampleView: {
            period: components["schemas"]["Period"];
            rows: components["schemas"]["SampleRow"][];
            criteria: components["schemas"]["CriterionWords"][];
            now: number;
        };
        SavedSearchList: {
            rows: components["schemas"]["SavedSearchRow"][];
        };
        SavedSearchRow: {
            key: string;
            name: string;
            /** @enum {string} */
            what: "tickets" | "comments";
            q: string;
            /** @enum {string} */
            tell: "never" | "soon" | "hourly" | "daily";
            at: number;
            reached: boolean;
            broken?: string;
        };
        Scores: {
            accuracy: number;
            usefulness: number;
            interest: number;
            originality: number;
        };
        SearchAnswer: {
            rows: components["schemas"]["SearchRow"][];
            total: number;
            after?: string;
            facets?: components["schemas"]["SearchFacet"][];
            understood: {
                printed: string;
                words: string[];
            };
            now: number;
        };
        SearchFacet: {
            field: string;
            values: {
                value: string;
                name?: string;
                count: number;
            }[];
        };
        SearchRow: {
            ticket?: components["schemas"]["TicketRow"];
            comment?: components["schemas"]["CommentRow"];
            post?: components["schemas"]["PostRow"];
            snippets: components["schemas"]["SearchSnippet"][];
        };
        SearchSnippet: {
            text: string;
            marks: [
                number,
                number
            ][];
        };
        Season: {
            from: string;
            to: string;
            week: components["schemas"]["Week"];
            workday: components["schemas"]["Interval"][];
            reason: string;
        };
        SendReportBody: {
            revision?: number;
            to?: (({
                /** @enum {string} */
                kind: "person";
                person: string;
            } | {
                /** @enum {string} */
                kind: "roster";
                roster: string;
            } | {
                /** @enum {string} */
                kind: "department-head";
                department?: string;
            } | {
                /** @enum {string} */
                kind: "channel";
                channel: string;
            }) | {
                /** @enum {string} */
                kind: "role";
                role: string;
            } | {
                /** @enum {string} */
                kind: "address";
                channel: string;
                address: string;
                name: string;
            })[];
            receipt?: boolean;
            files?: ("docx" | "pdf" | "xlsx" | "html")[];
        };
        /** @enum {string} */
        SentimentName: "negative" | "neutral" | "positive";
        Session: {
            actor: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            demo: boolean;
            version: string;
            may: string[];
            mustChange?: boolean;
        };
        SettingLast: {
            n: number;
            at: number;
            by: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            how: "saved" | "restored" | "imported" | "removed" | "found";
            of?: number;
        };
        SettingList: {
            rows: {
                id: string;
                kept: boolean;
                last?: components["schemas"]["SettingLast"];
            }[];
        };
        SettingOverview: {
            rows: {
                /** @enum {string} */
                what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates" | "synonyms" | "incident-rules" | "report-plan" | "appraisal-rules" | "retention";
                kept: number;
                last?: {
                    id: string;
                    n: number;
                    at: number;
                    by: {
                        id: string;
                        name: string;
                    };
                    /** @enum {string} */
                    how: "saved" | "restored" | "imported" | "removed" | "found";
                    of?: number;
                };
            }[];
        };
        SharePreview: {
            rows: {
                id: string;
                name: string;
                inHand: number;
                gets: number;
                /** @enum {string} */
                why?: "away" | "leave" | "full";
            }[];
            rules: {
                id: string;
                name: string;
                shares: number;
            }[];
            left: number;
            looked: number;
            total: number;
        };
        SharePreviewBody: {
            rule?: components["schemas"]["ShareRule"];
        };
        ShareRule: {
            id: string;
            name: string;
            order: number;
            when: components["schemas"]["ShareWhen"];
            to: string[];
            capacity: number;
            enabled: boolean;
        };
        ShareRuleList: {
            rows: components["schemas"]["ShareRuleRow"][];
        };
        ShareRuleRow: {
            id: string;
            name: string;
            order: number;
            when: components["schemas"]["ShareWhen"];
            to: string[];
            capacity: number;
            enabled: boolean;
            tag: string;
        };
        ShareWhen: {
            accounts?: string[];
            departments?: string[];
            labels?: components["schemas"]["Label"][];
            places?: string[];
            urgent?: boolean;
        };
        SheetView: {
            sheet: components["schemas"]["AppraisalSheet"];
            appraisal: components["schemas"]["AppraisalHead"];
            now: number;
        };
        SignInBody: {
            name: string;
            password: string;
            code?: string;
        };
        SkippedDays: {
            from: string;
            to: string;
            reason?: string;
        };
        Span: {
            from: number;
            to: number;
        };
        Subject: {
            /** @enum {string} */
            kind: "account" | "department" | "person";
            id: string;
            name: string;
        };
        SubjectRef: {
            /** @enum {string} */
            kind: "account" | "department" | "person";
            id: string;
        };
        SuperviseBody: {
            text: string;
            owner: string;
            dueAt: number;
            instruction?: boolean;
        };
        SupervisionView: {
            id: string;
            by: {
                id: string;
                name: string;
                role: string;
                department?: string;
                roles?: components["schemas"]["Role"][];
                accounts?: string[];
            };
            at: number;
            instruction: boolean;
            text: string;
            owner: string;
            dueAt: number;
            endedAt?: number;
            may: components["schemas"]["ActName"][];
        };
        TagList: {
            tags: string[];
        };
        TagsBody: {
            add?: string[];
            remove?: string[];
        };
        Target: {
            /** @enum {string} */
            kind: "CALENDAR_HOURS";
            ms: number;
        } | {
            /** @enum {string} */
            kind: "WORKING_HOURS";
            ms: number;
        } | {
            /** @enum {string} */
            kind: "WORKDAYS";
            days: number;
        } | {
            /** @enum {string} */
            kind: "CALENDAR_ROLL";
            ms: number;
        };
        TemplateBody: {
            version: number;
            name: string;
            kind: components["schemas"]["ReplyKind"];
            labels?: components["schemas"]["Label"][];
            departments?: string[];
            text: string;
            effectiveFrom: number;
            retiredAt?: number;
            /** @description Approves the version as it stands */
            approve?: boolean;
        };
        TemplateChoice: {
            id: string;
            version: number;
            values: components["schemas"]["TemplateValues"];
        };
        TemplateList: {
            rows: components["schemas"]["TemplateRow"][];
            values?: components["schemas"]["TemplateValues"];
            now: number;
        };
        TemplateRow: {
            id: string;
            version: number;
            name: string;
            kind: components["schemas"]["ReplyKind"];
            labels?: components["schemas"]["Label"][];
            departments?: string[];
            text: string;
            approved?: {
                by: {
                    id: string;
                    name: string;
                    role: string;
                    department?: string;
                    roles?: components["schemas"]["Role"][];
                    accounts?: string[];
                };
                at: number;
            };
            effectiveFrom: number;
            retiredAt?: number;
            author?: string;
            inForce: boolean;
            shipped: boolean;
            mayApprove: boolean;
            variables: string[];
            filled?: string;
        };
        TemplateValues: {
            citizen?: string;
            number?: string;
            department?: string;
            office?: string;
            dueDay?: string;
            phone?: string;
        };
        Term: number | "permanent";
        ThreadComment: {
            id: string;
            ours: boolean;
            author?: string;
            text: string;
            firstText?: string;
            publishedAt: number;
            /** @enum {string} */
            state: "visible" | "deleted" | "erased";
            likes?: number;
            place?: string;
            label?: components["schemas"]["Label"];
            screenshot?: boolean;
            classification?: {
                model: string;
                label: components["schemas"]["Label"];
                confidence: number;
                sentiment: {
                    name: components["schemas"]["SentimentName"];
                    score: number;
                };
                risk: {
                    score: number;
                    level: components["schemas"]["RiskLevel"];
                    reasons: {
                        code: string;
                        /** @enum {string} */
                        kind: "danger-now" | "content" | "tone" | "author" | "spread";
                        points: number;
                        evidence?: string;
                        at?: [
                            number,
                            number
                        ];
                    }[];
                };
                urgent: boolean;
                departments: {
                    name: string;
                    confidence: number;
                }[];
                office?: string;
                places?: {
                    name: string;
                    from: number;
                    to: number;
                }[];
                evidence?: {
                    /** @enum {string} */
                    answer: "label" | "sentiment" | "department";
                    from: number;
                    to: number;
                    weight: number;
                }[];
            };
        };
        TicketFilterBody: {
            /** @description Words, "phrases", -not, OR, parentheses, field:value; docs/search.md tells all of it */
            q?: string;
            status?: components["schemas"]["TicketStatus"][];
            label?: components["schemas"]["Label"][];
            level?: components["schemas"]["RiskLevel"][];
            urgent?: boolean;
            review?: boolean;
            account?: string[];
            platform?: components["schemas"]["PlatformName"][];
            department?: string[];
            /**
             * @description Those that are open or being handled and whose due time is past
             * @enum {string}
             */
            overdue?: "true";
            /** @description Ids of who has it in hand; `me`: who asks */
            assignee?: string[];
            /** @description Whether nobody has it in hand */
            unassigned?: boolean;
            tag?: string[];
            reply?: components["schemas"]["ReplyState"][];
            /**
             * @description Its reply is not by who asks: they may be the second person
             * @enum {string}
             */
            notMine?: "true";
            /** @description Minutes: those that are open or being handled and fall due from now on within so many */
            dueWithin?: number;
        };
        TicketLink: {
            id: string;
            number: string;
        };
        TicketList: {
            rows: components["schemas"]["TicketRow"][];
            total: number;
            after?: string;
            now: number;
        };
        TicketRow: {
            id: string;
            number: string;
            platform: components["schemas"]["PlatformName"];
            account: string;
            accountName: string;
            status: components["schemas"]["TicketStatus"];
            review: boolean;
            reviewWhy?: components["schemas"]["ReviewWhy"];
            label: components["schemas"]["Label"];
            confidence: number;
            sentiment: components["schemas"]["SentimentName"];
            urgent: boolean;
            risk: {
                score: number;
                level: components["schemas"]["RiskLevel"];
            };
            reasons?: string[];
            department?: string;
            citizen?: string;
            excerpt: string;
            openedAt: number;
            dueAt?: number;
            clock?: {
                /** @enum {string} */
                kind: "first" | "next" | "close" | "leg";
                /** @enum {string} */
                stage?: "sign" | "handle";
                urgent: boolean;
                provisional: boolean;
                pausedUntil?: number;
            };
            outcome?: string;
            owed: number;
            lastTurn: number;
            acknowledgedBy?: string;
            assignedTo?: components["schemas"]["Assignee"];
            tags: string[];
            noteCount: number;
            reply?: components["schemas"]["ReplyState"];
            dispatchedTo?: {
                department: string;
                signed: boolean;
            };
            locked: boolean;
            watched: boolean;
            undecided: number;
            exhausted: boolean;
            joined?: string;
            cycle: number;
            demo: boolean;
            n: number;
        };
        /** @enum {string} */
        TicketStatus: "open" | "handling" | "answered" | "dismissed" | "merged";
        TicketView: {
            id: string;
            number: string;
            platform: components["schemas"]["PlatformName"];
            account: string;
            accountName: string;
            status: components["schemas"]["TicketStatus"];
            review: boolean;
            reviewWhy?: components["schemas"]["ReviewWhy"];
            label: components["schemas"]["Label"];
            confidence: number;
            sentiment: components["schemas"]["SentimentName"];
            urgent: boolean;
            risk: {
                score: number;
                level: components["schemas"]["RiskLevel"];
            };
            reasons: string[];
            department?: string;
            citizen?: string;
            excerpt: string;
            openedAt: number;
            dueAt?: number;
            clock?: {
                /** @enum {string} */
                kind: "first" | "next" | "close" | "leg";
                /** @enum {string} */
                stage?: "sign" | "handle";
                urgent: boolean;
                provisional: boolean;
                pausedUntil?: number;
            };
            outcome?: string;
            owed: number;
            lastTurn: number;
            acknowledgedBy?: string;
            assignedTo?: components["schemas"]["Assignee"];
            tags: string[];
            noteCount: number;
            reply?: components["schemas"]["ReplyState"];
            dispatchedTo?: {
                department: string;
                signed: boolean;
            };
            locked: boolean;
            watched: boolean;
            undecided: number;
            exhausted: boolean;
            joined?: string;
            cycle: number;
            demo: boolean;
            n: number;
            post: string;
            postTitle?: string;
            link?: string;
            places?: string[];
            corrected?: {
                by: string;
                at: number;
                label?: components["schemas"]["Label"];
                department?: string;
                sentiment?: components["schemas"]["SentimentName"];
                level?: components["schemas"]["RiskLevel"];
                urgent?: boolean;
            };
            turns: components["schemas"]["Turn"][];
            clocks: components["schemas"]["ClockView"][];
            cycles: components["schemas"]["Cycle"][];
            replies: components["schemas"]["ReplyView"][];
            writing: {
                limit?: number;
                kind: components["schemas"]["ReplyKind"];
                replaces?: string;
                important: string[];
                waits?: number;
                selfReview: boolean;
                proposes?: boolean;
                promiseUntil?: number;
            };
            replyLimit?: number;
            dispatches: components["schemas"]["DispatchView"][];
            asks: components["schemas"]["AskView"][];
            supervised: components["schemas"]["SupervisionView"][];
            moderation?: components["schemas"]["ModerationView"][];
            lock?: components["schemas"]["LockView"];
            undo?: {
                of: string;
                type: string;
                until: number;
            };
            leavesAt?: number;
            links: components["schemas"]["LinksView"];
            notes: components["schemas"]["NoteView"][];
            needs: components["schemas"]["NeedView"][];
            may: components["schemas"]["ActName"][];
            attachments?: components["schemas"]["AttachmentView"][];
            thread: components["schemas"]["ThreadComment"][];
            history: components["schemas"]["HouseEvent"][];
        };
        TokenActions: {
            rows: {
                action: string;
                zh: string;
                en: string;
            }[];
        };
        TokenBody: {
            name: string;
            actions: string[];
            days: number;
            perMinute?: number;
        };
        TokenList: {
            rows: components["schemas"]["TokenRow"][];
            now: number;
        };
        TokenMade: {
            token: string;
            row: components["schemas"]["TokenRow"];
        };
        TokenRow: {
            id: string;
            person: string;
            name: string;
            actions: string[];
            perMinute?: number;
            createdAt: number;
            expiresAt: number;
            usedAt?: number;
            revoked?: {
                by: string;
                at: number;
            };
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
        };
        TrailPage: {
            rows: components["schemas"]["TrailRow"][];
            after?: string;
            now: number;
        };
        TrailRow: {
            event: components["schemas"]["HouseEvent"];
            number?: string;
            /** @enum {boolean} */
            redacted?: true;
            link?: {
                id: string;
                hash: string;
            };
        };
        TrailState: {
            heads: {
                partition: number;
                n: number;
                hash: string;
            }[];
            anchor?: {
                n: number;
                at: number;
                heads: {
                    partition: number;
                    n: number;
                    hash: string;
                }[];
                prev: "" | string;
                key: string;
                signature: string;
            };
            verification?: {
                at: number;
                from?: number;
                to?: number;
                ok: boolean;
                links: number;
                rows: number;
                redacted: number;
                unanchored: number;
                anchors: number;
                key?: string;
                broken: number;
                findings: {
                    /** @enum {string} */
                    what: "link-missing" | "link-altered" | "link-unchained" | "row-missing" | "row-altered" | "row-unlinked" | "anchor-missing" | "anchor-altered" | "anchor-broken" | "key-unknown";
                    link?: string;
                    anchor?: number;
                    words: string;
                }[];
            };
            now: number;
        };
        Training: {
            hours: number;
            participants: components["schemas"]["Participant"][];
        };
        TransferBody: {
            department: string;
            reason: string;
        };
        /** @enum {string} */
        TriggerKind: "approaching" | "breached" | "risk-rose" | "urgent" | "dispatched" | "unsigned-dispatch" | "reported-upward" | "supervised" | "reopened-often" | "incident-rising";
        Trouble: {
            kind: components["schemas"]["TroubleKind"];
            /** @enum {string} */
            gravity: "watch" | "wrong";
            of?: string;
            count?: number;
            ms?: number;
            share?: number;
            detail?: string;
        };
        /** @enum {string} */
        TroubleKind: "store-away" | "log-away" | "service-missing" | "service-silent" | "service-unready" | "reader-behind" | "alerts-late" | "alerts-unaudited" | "alerts-mute" | "alerts-undelivered" | "heartbeat-unheard" | "unpublished" | "parked" | "disk-full" | "backup-old" | "backup-none";
        TroubleView: {
            /** @enum {string} */
            why: "comment-gone" | "post-gone" | "words" | "too-long" | "replies-closed" | "one-reply" | "no-reply" | "no-account" | "quota" | "account-stopped" | "account-paused" | "platform-away" | "removed" | "unknown" | "refused";
            zh: string;
            en: string;
            code: string;
            message: string;
            until?: number;
        };
        Turn: {
            n: number;
            /** @enum {string} */
            by: "citizen" | "office";
            comment?: string;
            at: number;
            excerpt: string;
            deleted?: boolean;
            byOffice?: boolean;
        };
        UnassignBody: {
            from: string;
        };
        UndoBody: {
            of: string;
        };
        UserBody: {
            id: string;
            name: string;
            roles: components["schemas"]["Role"][];
            department?: string;
            accounts?: string[];
        };
        UserChangeBody: {
            name: string;
            roles: components["schemas"]["Role"][];
            department?: string;
            accounts?: string[];
            successor?: string;
        };
        UserLeft: {
            user: components["schemas"]["UserRow"];
            handOver: components["schemas"]["HandOver"][];
        };
        UserList: {
            rows: components["schemas"]["UserRow"][];
            now: number;
        };
        UserRow: {
            id: string;
            name: string;
            nickname: string;
            role: string;
            roles: string[];
            department?: string;
            accounts?: string[];
            state: components["schemas"]["UserState"];
            proposed?: {
                by: string;
                at: number;
                why?: string;
            };
            approved?: {
                by: string;
                at: number;
                why?: string;
            };
            ended?: {
                by: string;
                at: number;
                why?: string;
            };
            lastSignInAt?: number;
            passwordUntil?: number;
            mustChange: boolean;
            secondFactor: boolean;
            linked: boolean;
            failures?: {
                count: number;
                lastAt: number;
            };
            /** @enum {string} */
            language?: "zh" | "en";
            tag: string;
        };
        /** @enum {string} */
        UserState: "proposed" | "active" | "suspended" | "left";
        UserWithPassword: {
            user: components["schemas"]["UserRow"];
            password: string;
        };
        ViewBody: {
            name: string;
            icon?: string;
            query: components["schemas"]["TicketFilterBody"];
            /** @enum {string} */
            sort?: "due" | "newest" | "risk";
            columns?: string[];
            order?: number;
        };
        ViewCounts: {
            counts: {
                [key: string]: number;
            };
            now: number;
        };
        ViewList: {
            rows: components["schemas"]["ViewRow"][];
        };
        ViewRow: {
            id: string;
            key: string;
            shared: boolean;
            name: string;
            icon?: string;
            query: components["schemas"]["TicketFilterBody"];
            /** @enum {string} */
            sort?: "due" | "newest" | "risk";
            columns?: string[];
            order?: number;
            lost: string[];
            by: string;
            at: number;
            tag: string;
        };
        WebhookBody: {
            name: string;
            /** @description https://…, of a public host */
            url: string;
            types?: components["schemas"]["WebhookType"][];
            accounts?: string[];
            departments?: string[];
        };
        WebhookChange: {
            name: string;
            /** @description https://…, of a public host */
            url?: string;
            types?: components["schemas"]["WebhookType"][];
            accounts?: string[];
            departments?: string[];
            /** @enum {string} */
            state: "active" | "paused";
            /** @description What has not been told until now never is */
            skip?: boolean;
            /** @description Answers another secret, once; the old one ends */
            newSecret?: boolean;
        };
        WebhookChanged: {
            row: components["schemas"]["WebhookRow"];
            secret?: string;
        };
        WebhookDeliveries: {
            rows: components["schemas"]["WebhookDelivery"][];
            now: number;
        };
        WebhookDelivery: {
            event: string;
            type: components["schemas"]["EventType"];
            /** @description Its number */
            ticket: string;
            at: number;
            /** @enum {string} */
            state: "delivered" | "waiting";
            attempts: number;
            status?: number;
            why?: string;
            triedAt: number;
            nextAt?: number;
        };
        WebhookList: {
            rows: components["schemas"]["WebhookRow"][];
            now: number;
        };
        WebhookMade: {
            row: components["schemas"]["WebhookRow"];
            secret: string;
        };
        WebhookReplay: {
            from: number;
        };
        WebhookRow: {
            id: string;
            name: string;
            url: string;
            types?: components["schemas"]["WebhookType"][];
            accounts?: string[];
            departments?: string[];
            state: components["schemas"]["WebhookState"];
            createdAt: number;
            by: string;
            changedAt: number;
            changedBy: string;
            from: number;
            activeAt: number;
            disabled?: {
                at: number;
                why: string;
            };
            failing?: {
                since: number;
                why: string;
                nextAt: number;
            };
        };
        /** @enum {string} */
        WebhookState: "active" | "paused" | "disabled";
        WebhookTried: {
            ok: boolean;
            status?: number;
            why?: string;
        };
        /** @enum {string} */
        WebhookType: "ticket.opened" | "ticket.scored" | "turn.citizen" | "turn.office" | "comment.edited" | "comment.deleted" | "clock.started" | "clock.moved" | "clock.warned" | "clock.breached" | "clock.stopped" | "ticket.acknowledged" | "ticket.corrected" | "ticket.dismissed" | "ticket.reopened" | "ticket.flooded" | "ticket.transferred" | "ticket.closed" | "ticket.waived" | "ticket.locked" | "ticket.released" | "ticket.asked" | "ticket.decided" | "ticket.supervised" | "ticket.rated" | "ticket.merged" | "ticket.absorbed" | "ticket.split" | "ticket.parted" | "ticket.related" | "ticket.unrelated" | "clock.paused" | "clock.resumed" | "alert.told" | "alert.exhausted" | "dispatch.sent" | "dispatch.signed" | "dispatch.returned" | "dispatch.bounced" | "dispatch.ruled" | "dispatch.withdrawn" | "reply.drafted" | "reply.proposed" | "reply.superseded" | "reply.reviewed" | "reply.returned" | "reply.attested" | "reply.approved" | "reply.sending" | "reply.sent" | "reply.postponed" | "reply.absent" | "reply.confirmed" | "reply.failed" | "reply.replaced" | "reply.waiting" | "moderation.asked" | "moderation.granted" | "moderation.refused" | "moderation.sending" | "moderation.postponed" | "moderation.done" | "moderation.failed" | "ticket.assigned" | "ticket.unassigned" | "ticket.tagged" | "note.added" | "act.undone" | "dispatch.linked" | "dispatch.opened" | "dispatch.unlinked" | "attachment.added" | "comment.added" | "ticket.similar" | "comment.erased";
        Week: {
            mon: components["schemas"]["Interval"][];
            tue: components["schemas"]["Interval"][];
            wed: components["schemas"]["Interval"][];
            thu: components["schemas"]["Interval"][];
            fri: components["schemas"]["Interval"][];
            sat: components["schemas"]["Interval"][];
            sun: components["schemas"]["Interval"][];
        };
        WhyBody: {
            why: string;
        };
        WithdrawBody: {
            reason: string;
        };
        WorkedExample: {
            rule: number;
            name: string;
            promise: components["schemas"]["PromiseKind"];
            dueAt: number;
            provisional: boolean;
            zh: string;
            en: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
