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
                header?: never;
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
                    /** @description Words, "phrases", single characters; all must be found */
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
                    "application/json": components["schemas"]["ResultBody"];
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
                    /** @description Words, "phrases", single characters; all must be found */
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
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
                    what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
                    what?: ("accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates")[];
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
                header?: never;
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
                    /** @description Words, "phrases", single characters; all must be found */
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
        ApplyMacroBody: {
            macro: string;
            from?: string;
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
                waits?: string;
            };
            now: number;
        };
        BackfillBody: {
            days: number;
            history?: boolean;
        };
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
        CheckBody: {
            ticket: string;
            text: string;
            kind?: components["schemas"]["ReplyKind"];
        };
        Checked: {
            findings: {
                /** @enum {string} */
                code: "personal-id" | "personal-bank-card" | "personal-mobile" | "personal-passport" | "personal-landline" | "personal-email" | "personal-plate" | "personal-address" | "secret-mark" | "secret-internal" | "secret-number" | "sensitive" | "cold" | "not-us" | "referral" | "short" | "repeated" | "long" | "empty" | "link";
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
        CorrectBody: {
            /** @description What it is about; the oldest turn when absent */
            comment?: string;
            label?: components["schemas"]["Label"];
            department?: string;
            sentiment?: components["schemas"]["SentimentName"];
            level?: components["schemas"]["RiskLevel"];
            urgent?: boolean;
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
        /** @enum {string} */
        EventType: "ticket.opened" | "ticket.scored" | "turn.citizen" | "turn.office" | "comment.edited" | "comment.deleted" | "clock.started" | "clock.moved" | "clock.warned" | "clock.breached" | "clock.stopped" | "ticket.acknowledged" | "ticket.corrected" | "ticket.dismissed" | "ticket.reopened" | "ticket.flooded" | "ticket.transferred" | "ticket.closed" | "ticket.waived" | "ticket.locked" | "ticket.released" | "ticket.asked" | "ticket.decided" | "ticket.supervised" | "ticket.rated" | "ticket.merged" | "ticket.absorbed" | "ticket.split" | "ticket.parted" | "ticket.related" | "ticket.unrelated" | "clock.paused" | "clock.resumed" | "alert.told" | "alert.exhausted" | "dispatch.sent" | "dispatch.signed" | "dispatch.returned" | "dispatch.bounced" | "dispatch.ruled" | "dispatch.withdrawn" | "reply.drafted" | "reply.superseded" | "reply.reviewed" | "reply.returned" | "reply.attested" | "reply.approved" | "reply.sending" | "reply.sent" | "reply.postponed" | "reply.absent" | "reply.confirmed" | "reply.failed" | "reply.replaced" | "reply.waiting" | "moderation.asked" | "moderation.granted" | "moderation.refused" | "moderation.sending" | "moderation.postponed" | "moderation.done" | "moderation.failed" | "session.begun" | "session.refused" | "session.ended" | "user.proposed" | "user.approved" | "user.changed" | "user.suspended" | "user.resumed" | "user.left" | "user.unlocked" | "password.changed" | "password.reset" | "second-factor.changed" | "token.made" | "token.revoked" | "revealed" | "ticket.assigned" | "ticket.unassigned" | "ticket.tagged" | "note.added" | "act.undone" | "dispatch.linked" | "dispatch.opened" | "dispatch.unlinked" | "attachment.added" | "job.made" | "job.ended" | "job.cancelled" | "settings.changed" | "exported" | "webhook.disabled" | "trail.anchored" | "item.resolved" | "parked.replayed" | "backfill.changed" | "post.added" | "comment.added";
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
        ImportItem: {
            /** @enum {string} */
            what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
                why: components["schemas"]["Trouble"];
                zh: string;
                en: string;
                code: string;
                message: string;
                at: number;
            };
            may: components["schemas"]["ActName"][];
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
                code: "personal-id" | "personal-bank-card" | "personal-mobile" | "personal-passport" | "personal-landline" | "personal-email" | "personal-plate" | "personal-address" | "secret-mark" | "secret-internal" | "secret-number" | "sensitive" | "cold" | "not-us" | "referral" | "short" | "repeated" | "long" | "empty" | "link";
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
        };
        /** @enum {string} */
        PromiseKind: "first" | "next" | "close" | "sign" | "handle";
        Promised: {
            target: components["schemas"]["Target"];
            calendar: string;
            warnBefore: number[];
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
        RatingBody: {
            score: number;
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
                why?: components["schemas"]["Trouble"];
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
            why: components["schemas"]["Trouble"];
            code: string;
            message: string;
            since: number;
            until: number;
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
        ResultBody: {
            text: string;
        };
        ReviewBody: {
            hash: string;
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
            department: string;
            grounds: string;
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
        Season: {
            from: string;
            to: string;
            week: components["schemas"]["Week"];
            workday: components["schemas"]["Interval"][];
            reason: string;
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
                what: "accounts" | "departments" | "places" | "policies" | "calendars" | "ladders" | "rosters" | "people" | "duties" | "quiet-hours" | "reply-lists" | "templates";
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
            /** @description Words, "phrases", single characters; all must be found */
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
            reasons: string[];
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
        TransferBody: {
            department: string;
            reason: string;
        };
        /** @enum {string} */
        TriggerKind: "approaching" | "breached" | "risk-rose" | "urgent" | "dispatched" | "unsigned-dispatch" | "reported-upward" | "supervised" | "reopened-often" | "incident-rising";
        /** @enum {string} */
        Trouble: "comment-gone" | "post-gone" | "words" | "too-long" | "replies-closed" | "one-reply" | "no-reply" | "no-account" | "quota" | "account-stopped" | "account-paused" | "platform-away" | "removed" | "unknown" | "refused";
        TroubleView: {
            why: components["schemas"]["Trouble"];
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
        WebhookType: "ticket.opened" | "ticket.scored" | "turn.citizen" | "turn.office" | "comment.edited" | "comment.deleted" | "clock.started" | "clock.moved" | "clock.warned" | "clock.breached" | "clock.stopped" | "ticket.acknowledged" | "ticket.corrected" | "ticket.dismissed" | "ticket.reopened" | "ticket.flooded" | "ticket.transferred" | "ticket.closed" | "ticket.waived" | "ticket.locked" | "ticket.released" | "ticket.asked" | "ticket.decided" | "ticket.supervised" | "ticket.rated" | "ticket.merged" | "ticket.absorbed" | "ticket.split" | "ticket.parted" | "ticket.related" | "ticket.unrelated" | "clock.paused" | "clock.resumed" | "alert.told" | "alert.exhausted" | "dispatch.sent" | "dispatch.signed" | "dispatch.returned" | "dispatch.bounced" | "dispatch.ruled" | "dispatch.withdrawn" | "reply.drafted" | "reply.superseded" | "reply.reviewed" | "reply.returned" | "reply.attested" | "reply.approved" | "reply.sending" | "reply.sent" | "reply.postponed" | "reply.absent" | "reply.confirmed" | "reply.failed" | "reply.replaced" | "reply.waiting" | "moderation.asked" | "moderation.granted" | "moderation.refused" | "moderation.sending" | "moderation.postponed" | "moderation.done" | "moderation.failed" | "ticket.assigned" | "ticket.unassigned" | "ticket.tagged" | "note.added" | "act.undone" | "dispatch.linked" | "dispatch.opened" | "dispatch.unlinked" | "attachment.added" | "comment.added";
        Week: {
            mon: components["schemas"]["Interval"][];
            tue: components["schemas"]["Interval"][];
            wed: components["schemas"]["Interval"][];
            thu: components["schemas"]["Interval"][];
            fri: components["schemas"]["Interval"][];
            sat: components["schemas"]["Interval"][];
            sun: components["schemas"]["Interval"][];
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
