import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { departmentWarnings } from '@huiyin/domain/departments.ts'
import {
  DepartmentsBody,
  DepartmentsView,
  ListsPreview,
  MapPreview,
  PlacesBody,
  PlacesView
} from '@huiyin/schemas/api-settings.ts'
import { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { FastifyRequest } from 'fastify'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { Seen, seenOf } from '../tagged.ts'
import { previewLists } from './preview-lists.ts'
import { previewDepartments, previewPlaces } from './preview-map.ts'

const tags = ['settings']
/** In bytes: of a whole gazetteer. */
const MAP_LIMIT = 4 * 1024 * 1024

/** The office's own departments and places, which count over those of the settings file. */
export const mapRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { map } = ports
  const changed = (request: FastifyRequest) => map.by({ by: actorOf(request) })
  const departments = (): DepartmentsView => {
    const { list, origin, tag } = map.departments()
    return { departments: [...list], origin, ...(tag && { tag }), warnings: departmentWarnings(list) }
  }
  const places = (): PlacesView => {
    const { list, origin, tag } = map.places()
    return { places: [...list], origin, ...(tag && { tag }) }
  }

  app.get(
    '/settings/departments',
    {
      config: { action: 'settings.read' },
      schema: { tags, summary: 'List the office’s departments', response: { 200: DepartmentsView, ...REFUSALS } }
    },
    () => map.refresh().then(departments)
  )
  app.put(
    '/settings/departments',
    {
      config: { action: 'settings.configure' },
      bodyLimit: MAP_LIMIT,
      schema: {
        tags,
        summary: 'Say which departments there are and what each answers for',
        headers: Seen,
        body: DepartmentsBody,
        response: { 200: DepartmentsView, ...REFUSALS }
      }
    },
    async request => {
      await changed(request).saveDepartments(request.body.departments, seenOf(request.headers))
      return departments()
    }
  )
  app.delete(
    '/settings/departments',
    {
      config: { action: 'settings.configure' },
      schema: {
        tags,
        summary: 'Let the departments of the settings file count again',
        headers: Seen,
        response: { 200: DepartmentsView, ...REFUSALS }
      }
    },
    async request => {
      await changed(request).removeDepartments(seenOf(request.headers))
      return departments()
    }
  )
  app.post(
    '/settings/departments/preview',
    {
      config: { action: 'settings.configure' },
      bodyLimit: MAP_LIMIT,
      schema: {
        tags,
        summary: 'Which open tickets of the last 7 days would go to another department',
        body: DepartmentsBody,
        response: { 200: MapPreview, ...REFUSALS }
      }
    },
    async ({ body }) => {
      await map.refresh()
      return previewDepartments(ports, body.departments)
    }
  )

  app.get(
    '/settings/places',
    {
      config: { action: 'settings.read' },
      schema: { tags, summary: 'List the gazetteer', response: { 200: PlacesView, ...REFUSALS } }
    },
    () => map.refresh().then(places)
  )
  app.put(
    '/settings/places',
    {
      config: { action: 'settings.configure' },
      bodyLimit: MAP_LIMIT,
      schema: {
        tags,
        summary: 'Say which places there are',
        headers: Seen,
        body: PlacesBody,
        response: { 200: PlacesView, ...REFUSALS }
      }
    },
    async request => {
      await changed(request).savePlaces(request.body.places, seenOf(request.headers))
      return places()
    }
  )
  app.delete(
    '/settings/places',
    {
      config: { action: 'settings.configure' },
      schema: {
        tags,
        summary: 'Let the places of the settings file count again',
        headers: Seen,
        response: { 200: PlacesView, ...REFUSALS }
      }
    },
    async request => {
      await changed(request).removePlaces(seenOf(request.headers))
      return places()
    }
  )
  app.post(
    '/settings/places/preview',
    {
      config: { action: 'settings.configure' },
      bodyLimit: MAP_LIMIT,
      schema: {
        tags,
        summary: 'Which comments of the last 7 days would name other places',
        body: PlacesBody,
        response: { 200: MapPreview, ...REFUSALS }
      }
    },
    async ({ body }) => {
      await map.refresh()
      return previewPlaces(ports, body.places)
    }
  )

  app.post(
    '/settings/reply-lists/preview',
    {
      config: { action: 'settings.configure' },
      bodyLimit: 2 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Which templates and waiting replies other lists would refuse',
        body: ReplyLists,
        response: { 200: ListsPreview, ...REFUSALS }
      }
    },
    ({ body }) => previewLists(ports, body)
  )
}
