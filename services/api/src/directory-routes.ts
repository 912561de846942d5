import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { Directory } from '@huiyin/schemas/api.ts'
import { DEPARTMENT_CLASSES } from '@huiyin/schemas/department-classes.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { departmentNames } from './reply-check.ts'
import { actorOf } from './sign-in/guard.ts'
import { everybody } from './sign-in/people.ts'

/** The names that a person chooses from. */
export const directoryRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.get(
    '/directory',
    {
      config: { action: 'directory.read' },
      schema: {
        tags: ['people'],
        summary: 'List who can sign in, and the departments: those of the office, or classes of departments',
        response: { 200: Directory, ...REFUSALS }
      }
    },
    async request => {
      const departments = departmentNames(ports)
      return {
        people: colleaguesOf(actorOf(request), await everybody(ports.records)),
        departments: departments.length > 0 ? departments : [...DEPARTMENT_CLASSES]
      }
    }
  )
}

/** Persons of a department choose from their own; which accounts somebody cares for is told to nobody. */
const colleaguesOf = (actor: Actor, people: readonly Actor[]) =>
  people
    .filter(({ department }) => mayDo(actor, 'directory.read', department === undefined ? {} : { department }))
    .map(({ accounts: _, ...one }) => one)
