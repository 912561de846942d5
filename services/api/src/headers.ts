import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'
import type { ApiSettings } from './ports.ts'

/** What browsers may do with our pages: load everything from here and nothing from elsewhere, no inline scripts or styles. */
export const headers = fp<{ settings: ApiSettings }>(async (app, { settings }) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"]
      }
    },
    strictTransportSecurity: settings.tls || settings.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' }
  })
})
