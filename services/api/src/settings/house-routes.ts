import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { previewHouseSetting, houseSettingView as read, saveHouseSetting } from '@huiyin/ports/house-settings.ts'
import { HouseSettingPreview, houseSettingView } from '@huiyin/schemas/api-settings.ts'
import { HOUSE_SETTING_NAMES, HOUSE_SETTINGS } from '@huiyin/schemas/house-setting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { Seen, seenOf } from '../tagged.ts'

const tags = ['settings']
/** In bytes. */
const VALUE_LIMIT = 2 * 1024 * 1024
const MOST_CHANGES = 200

/** Settings of which the house has one, each with its own schema; what they were is asked for as of all settings. */
export const houseSettingRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records } = ports
  for (const name of HOUSE_SETTING_NAMES) {
    const schema = HOUSE_SETTINGS[name]
    const view = houseSettingView(schema)
    app.get(
      `/settings/${name}/value`,
      {
        config: { action: 'settings.read' },
        schema: { tags, summary: `Read the setting ${name}`, response: { 200: view, ...REFUSALS } }
      },
      () => read(records, name)
    )
    app.put(
      `/settings/${name}/value`,
      {
        config: { action: 'settings.configure' },
        bodyLimit: VALUE_LIMIT,
        schema: {
          tags,
          summary: `Change the setting ${name}`,
          headers: Seen,
          body: schema,
          response: { 200: view, ...REFUSALS }
        }
      },
      async request => {
        const change = { by: actorOf(request) }
        return saveHouseSetting(ports, { name, value: request.body, seen: seenOf(request.headers) }, change)
      }
    )
    app.post(
      `/settings/${name}/preview`,
      {
        config: { action: 'settings.configure' },
        bodyLimit: VALUE_LIMIT,
        schema: {
          tags,
          summary: `What is wrong with another ${name}, and what would become other`,
          body: schema,
          response: { 200: HouseSettingPreview, ...REFUSALS }
        }
      },
      async ({ body }) => {
        const { problems, changes } = await previewHouseSetting(records, name, body as never)
        const more = Math.max(0, changes.length - MOST_CHANGES)
        return { problems, changes: changes.slice(0, MOST_CHANGES), more }
      }
    )
  }
}
