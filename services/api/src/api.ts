import cookiePlugin from '@fastify/cookie'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Logger } from '@huiyin/ports/logger.ts'
import { accountRoutes } from './account-routes.ts'
import { actRoutes } from './act-routes.ts'
import { alertRoutes } from './alert-routes.ts'
import { contentRoutes } from './appraisal/content-routes.ts'
import { appraisalFileRoutes } from './appraisal/file-routes.ts'
import { appraisalRoutes } from './appraisal/routes.ts'
import { archiveRoutes } from './archives/routes.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { attestRoutes } from './attest-routes.ts'
import { backfillRoutes } from './backfill-routes.ts'
import { boards } from './boards/open.ts'
import { caseRoutes } from './case-routes.ts'
import { clockRoutes } from './clock-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { departmentLinkRoutes } from './departments/link-routes.ts'
import { deskRoutes } from './desks/routes.ts'
import { directoryRoutes } from './directory-routes.ts'
import { dispatchRoutes } from './dispatch-routes.ts'
import { invalidRequest } from './errors.ts'
import { exportRoutes } from './exports/export-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { incidentActRoutes } from './incidents/act-routes.ts'
import { incidentInstructionRoutes } from './incidents/instruction-routes.ts'
import { incidentMemberRoutes } from './incidents/member-routes.ts'
import { incidentReadRoutes } from './incidents/read-routes.ts'
import { callbackRoutes } from './intake/callback-routes.ts'
import { handRoutes } from './intake/hand-routes.ts'
import { postRoutes } from './intake/post-routes.ts'
import { signedRoutes } from './intake/signed-routes.ts'
import { metricsRoutes } from './integration/metrics-routes.ts'
import { rateLimit } from './integration/rate-limit.ts'
import { sharedBuckets } from './integration/shared-buckets.ts'
import { webhookRoutes } from './integration/webhook-routes.ts'
import { itemRoutes } from './item-routes.ts'
import { jobRoutes } from './jobs/job-routes.ts'
import { macroRoutes } from './jobs/macro-routes.ts'
import { ladderRoutes } from './ladder-routes.ts'
import { channelTestRoutes } from './letters/channel-test-routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { linkRoutes } from './link-routes.ts'
import { openLive } from './live.ts'
import { liveRoutes } from './live-routes.ts'
import { mentionRoutes } from './mention-routes.ts'
import { moderationRoutes } from './moderation-routes.ts'
import { parkedRoutes } from './parked-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import type { ApiPorts, ApiSettings } from './ports.ts'
import { presenceRoutes } from './presence-routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { queueRoutes } from './queue-routes.ts'
import { registerFileRoutes } from './register/file-routes.ts'
import { registerRoutes } from './register/routes.ts'
import { replyRoutes } from './reply-routes.ts'
import { reportFileRoutes } from './reports/file-routes.ts'
import { reportInstructionRoutes } from './reports/instruction-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { revealRoutes } from './reveal-routes.ts'
import { rosterRoutes } from './roster-routes.ts'
import { rulesRoutes } from './rules-routes.ts'
import { viewRoutes } from './saved-views/view-routes.ts'
import { searchRoutes } from './search/routes.ts'
import { savedSearchRoutes } from './searches/routes.ts'
import { houseSettingRoutes } from './settings/house-routes.ts'
import { mapRoutes } from './settings/map-routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { shareRuleRoutes } from './share-rule-routes.ts'
import type { SessionCookie } from './sign-in/cookie.ts'
import { guard } from './sign-in/guard.ts'
import { identify } from './sign-in/identify.ts'
import { meRoutes } from './sign-in/me-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { secondFactorRoutes } from './sign-in/second-factor-routes.ts'
import { openSignIn } from './sign-in/sign-in.ts'
import { ssoRoutes } from './sign-in/sso-routes.ts'
import { tokenRoutes } from './sign-in/token-routes.ts'
import { userRoutes } from './sign-in/user-routes.ts'
import { statusRoutes } from './status/routes.ts'
import { templateRoutes } from './template-routes.ts'
import { ticketRoutes } from './ticket-routes.ts'
import { trailRoutes } from './trail-routes.ts'
import { Nothing } from './validate.ts'
import { workRoutes } from './work-routes.ts'

export type ApiOptions = { ports: ApiPorts; settings: ApiSettings; cookie: SessionCookie; logger: Logger }

/** Everything under /api: behind the guard, never cached, nothing taken that no schema names. */
export const api: FastifyPluginAsyncTypebox<ApiOptions> = async (app, options) => {
  const { ports, settings, cookie, logger } = options
  const { records, clock, events, vault } = ports
  const live = openLive(ports, logger)
  const signIn = openSignIn({ records, clock, events, vault, settings: settings.signIn })

  app.addHook('onRoute', route => {
    route.schema = { querystring: Nothing, ...route.schema }
  })
  await app.register(cookiePlugin)
  await app.register(identify, { signIn, cookie })
  if (settings.limits) await app.register(rateLimit, { limits: settings.limits, shared: sharedBuckets(records, clock) })
  await app.register(guard, { ...(settings.publicUrl && { publicUrl: settings.publicUrl }) })
  app.addHook('preValidation', async ({ body, routeOptions }) => {
    if (body !== undefined && body !== null && !routeOptions.schema?.body)
      throw invalidRequest('body', 'This request takes no body')
  })
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.register(signInRoutes, { signIn, cookie, settings })
  app.register(meRoutes, { signIn, cookie, settings })
  app.register(secondFactorRoutes, { signIn })
  app.register(ssoRoutes, { signIn, cookie, settings, records, logger })
  app.register(userRoutes, { signIn, records, desk: ports.desk })
  app.register(tokenRoutes, { signIn })
  app.register(ticketRoutes, ports)
  app.register(actRoutes, ports)
  app.register(replyRoutes, ports)
  app.register(proposalRoutes, ports)
  app.register(attachmentRoutes, ports)
  app.register(attestRoutes, ports)
  app.register(moderationRoutes, ports)
  app.register(dispatchRoutes, ports)
  app.register(departmentLinkRoutes, { ...ports, ...(settings.publicUrl && { publicUrl: settings.publicUrl }) })
  app.register(caseRoutes, ports)
  app.register(clockRoutes, ports)
  app.register(linkRoutes, ports)
  app.register(templateRoutes, ports)
  app.register(directoryRoutes, ports)
  app.register(commentRoutes, ports)
  app.register(searchRoutes, ports)
  app.register(alertRoutes, ports)
  app.register(revealRoutes, ports)
  app.register(trailRoutes, ports)
  app.register(parkedRoutes, ports)
  app.register(peopleRoutes, ports)
  app.register(rosterRoutes, ports)
  app.register(ladderRoutes, ports)
  app.register(rulesRoutes, ports)
  app.register(settingsRoutes, ports)
  app.register(houseSettingRoutes, ports)
  app.register(letterRoutes, ports)
  app.register(channelTestRoutes, ports)
  app.register(archiveRoutes, { ...ports, logger })
  app.register(mapRoutes, ports)
  app.register(accountRoutes, { ...ports, demo: settings.demo })
  app.register(backfillRoutes, ports)
  app.register(itemRoutes, ports)
  app.register(webhookRoutes, ports)
  app.register(metricsRoutes)
  app.register(statusRoutes, { ...ports, demo: settings.demo, backsUp: settings.backsUp ?? false })
  app.register(signedRoutes, ports)
  app.register(callbackRoutes, ports)
  app.register(handRoutes, ports)
  app.register(postRoutes, ports)
  app.register(workRoutes, ports)
  app.register(mentionRoutes, ports)
  app.register(queueRoutes, ports)
  app.register(presenceRoutes, ports)
  app.register(shareRuleRoutes, ports)
  app.register(jobRoutes, ports)
  app.register(macroRoutes, ports)
  app.register(viewRoutes, ports)
  app.register(savedSearchRoutes, ports)
  app.register(incidentReadRoutes, ports)
  app.register(incidentMemberRoutes, ports)
  app.register(incidentActRoutes, ports)
  app.register(incidentInstructionRoutes, ports)
  app.register(exportRoutes, ports)
  app.register(registerRoutes, ports)
  app.register(registerFileRoutes, ports)
  app.register(contentRoutes, ports)
  app.register(appraisalRoutes, ports)
  app.register(appraisalFileRoutes, ports)
  app.register(reportRoutes, ports)
  app.register(reportFileRoutes, ports)
  app.register(reportInstructionRoutes, ports)
  app.register(deskRoutes, { ports, live })
  app.register(boards, { ports, live, logger })
  app.register(liveRoutes, { live })
  app.register(healthRoutes, { ready: ports.ready })
}
