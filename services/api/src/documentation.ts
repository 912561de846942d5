import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { withComponents } from './components.ts'
import { NAMED_SCHEMAS } from './named-schemas.ts'
import type { ApiSettings } from './ports.ts'
import type { SessionCookie } from './sign-in/cookie.ts'

const DESCRIPTION = `Tickets about citizens' comments, and what people decide on them.

Sign in with POST /api/session; the session travels in a cookie. A program sends a token of POST /api/tokens instead, as
\`Authorization: Bearer hy_…\`, and no cookie. Without one every request that changes something needs
\`Sec-Fetch-Site: same-origin\` (browsers send it by themselves) or an \`Origin\` of this house.
Instants are milliseconds since 1970, UTC. Errors are problem details (RFC 9457) with a stable \`code\`.`

/** The OpenAPI 3.1 document at /api/openapi.json, and a page to browse it at /api/docs. */
export const documentation = fp<{ settings: ApiSettings; cookie: SessionCookie }>(async (app, { settings, cookie }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Huiyin 回音', description: DESCRIPTION, version: settings.version },
      ...(settings.publicUrl && { servers: [{ url: settings.publicUrl }] }),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: cookie.name },
          token: { type: 'http', scheme: 'bearer' }
        }
      },
      security: [{ session: [] }, { token: [] }]
    }
  })
  let told: object | undefined
  const documentOf = (document: object) => {
    told ??= withComponents(document, NAMED_SCHEMAS)
    return told
  }
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list' },
    transformSpecification: documentOf as (document: Readonly<Record<string, unknown>>) => Record<string, unknown>
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => documentOf(app.swagger()))
})
