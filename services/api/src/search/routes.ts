import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SEARCHED } from '@huiyin/domain/search/query.ts'
import { LikeAnswer, SearchAnswer, type SearchFacet } from '@huiyin/schemas/api-search.ts'
import { Instant } from '@huiyin/schemas/names.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { PageQuery } from '../queries.ts'
import { actorOf } from '../sign-in/guard.ts'
import { understoodOf } from '../where-of.ts'
import { facetsOf } from './facets.ts'
import { likeOf } from './like.ts'
import { scopeFor } from './scope.ts'
import { checkSort, searchPage } from './search.ts'

const tags = ['search']
const DEFAULT_ROWS = 20
const LIKE_ROWS = 10

const What = Type.Union(SEARCHED.map(one => Type.Literal(one)))
const Sort = Type.Union([Type.Literal('relevance'), Type.Literal('date'), Type.Literal('risk'), Type.Literal('due')])

const SearchQuery = Type.Object(
  {
    what: Type.Optional(What),
    q: Type.Optional(
      Type.String({ minLength: 1, maxLength: 1000, description: 'In the language that docs/search.md tells of' })
    ),
    sort: Type.Optional(Sort),
    facets: Type.Optional(Type.Literal('true', { description: 'Counts what was found by its values too' })),
    ...PageQuery.properties
  },
  { additionalProperties: false }
)

const LikeQuery = Type.Object(
  { at: Type.Optional({ ...Instant, description: 'Of a comment or a reply: its publishedAt' }) },
  { additionalProperties: false }
)

const EVERYTHING = { query: { type: 'everything' }, printed: '', words: [] } as const

/** One search over tickets, comments, replies or posts. */
export const searchRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { book, clock } = ports

  /** An account is told with its name. */
  const named = ({ field, values }: SearchFacet): SearchFacet => {
    if (field !== 'account') return { field, values }
    const names = new Map(book.rows().map(({ account }) => [account.id, account.name] as const))
    return {
      field,
      values: values.map(one => {
        const name = names.get(one.value)
        return name === undefined ? one : { ...one, name }
      })
    }
  }

  app.get(
    '/search',
    {
      config: { action: 'ticket.read', costs: 'search' },
      schema: {
        tags,
        summary: 'Search tickets, comments, replies or posts',
        querystring: SearchQuery,
        response: { 200: SearchAnswer, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const { what = 'tickets', q, atMost = DEFAULT_ROWS, after, facets } = request.query
      const { sort = q === undefined ? 'date' : 'relevance' } = request.query
      checkSort(what, sort)
      const scope = scopeFor(ports, actor, what)
      const {
        query: where,
        printed,
        words
      } = (await understoodOf(ports, what, q, actor, sort === 'relevance')) ?? EVERYTHING
      const [page, counted] = await Promise.all([
        searchPage(ports, actor, { what, where, scope, sort, atMost, ...(after !== undefined && { after }) }),
        facets ? facetsOf(ports, what, where, scope) : undefined
      ])
      return {
        ...page,
        ...(counted && { facets: counted.map(named) }),
        understood: { printed, words: [...words] },
        now: clock.now()
      }
    }
  )

  app.get(
    '/search/like/:what/:id',
    {
      config: { action: 'ticket.read', costs: 'search' },
      schema: {
        tags,
        summary: 'What is about the same as a ticket, comment, reply or post',
        params: Type.Object({ what: What, id: Type.String({ minLength: 1, maxLength: 450 }) }),
        querystring: LikeQuery,
        response: { 200: LikeAnswer, ...REFUSALS }
      }
    },
    async request => {
      const { params, query } = request
      return { ...(await likeOf(ports, request, { ...params, ...query, atMost: LIKE_ROWS })), now: clock.now() }
    }
  )
}
