import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Directory } from '@huiyin/schemas/api.ts'
import { DEPARTMENT_CLASSES } from '@huiyin/schemas/departments.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { departmentNames } from './reply-check.ts'
import { everybody } from './sign-in/people.ts'

/** The names that a person chooses from. */
export const directoryRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.get(
    '/directory',
    {
      schema: {
        tags: ['people'],
        summary: 'List who can sign in, and the departments: those of the office, or classes of departments',
        response: { 200: Directory, ...REFUSALS }
      }
    },
    async () => {
      const departments = departmentNames(ports)
      return {
        people: await everybody(ports.records),
        departments: departments.length > 0 ? departments : [...DEPARTMENT_CLASSES]
      }
    }
  )
}
