import type { HouseSettingPreview } from '@huiyin/schemas/api-settings.ts'
import type { HouseSetting, HouseSettingName } from '@huiyin/schemas/house-setting.ts'
import { api, told } from '../../data/http.ts'
import { t } from '../../language.ts'
import { type Kind, seen } from '../kind.ts'
import type { Shape, Source } from '../shape/shape.ts'

/** A setting of which the house has one: what was saved, else what is shipped. */
export const houseSetting = (name: HouseSettingName, shape: Shape, known: readonly Source[] = []): Kind => ({
  ...{ what: name, read: 'settings.read', configure: 'settings.configure', isOne: true, shape, known },
  list: async () => {
    const { value, origin, tag } = await told(api.GET(`/api/settings/${name}/value`))
    return [{ id: 'office', title: t(`part.${name}`), value, tag, note: t(`house.origin.${origin}`) }]
  },
  preview: async value => {
    const body = value as HouseSetting<'synonyms'> // each name has its own form; the server looks at all of it
    const answer = await told(api.POST(`/api/settings/${name}/preview` as '/api/settings/synonyms/preview', { body }))
    return { problems: (answer as HouseSettingPreview).problems }
  },
  save: (value, before) => {
    const body = value as HouseSetting<'synonyms'>
    const path = `/api/settings/${name}/value` as '/api/settings/synonyms/value'
    return told(api.PUT(path, { params: seen(before), body }))
  }
})
