import { type Static, Type } from 'typebox'

const Name = Type.String({ minLength: 1, maxLength: 100 })

/** A department of the deployment, and what it answers for; at least one of the three lists says something. */
export const Department = Type.Object(
  {
    name: Name,
    /** Of DEPARTMENT_CLASSES, or NO_DEPARTMENT. */
    classes: Type.Optional(Type.Array(Name, { maxItems: 20 })),
    /** Key words as citizens write them. */
    words: Type.Optional(Type.Array(Name, { maxItems: 1000 })),
    /** Names of places: it answers only for these and for what lies within them. */
    places: Type.Optional(Type.Array(Name, { maxItems: 1000 }))
  },
  { additionalProperties: false }
)
export type Department = Static<typeof Department>

/** A place of the gazetteer. */
export const Place = Type.Object(
  {
    name: Name,
    /** What else citizens call it. */
    aliases: Type.Optional(Type.Array(Name, { maxItems: 50 })),
    /** Name of the place that it lies in. */
    within: Type.Optional(Name)
  },
  { additionalProperties: false }
)
export type Place = Static<typeof Place>

export const DepartmentList = Type.Array(Department, { maxItems: 500 })
export const PlaceList = Type.Array(Place, { maxItems: 20_000 })

/** What people saved in the house; without a list the settings file counts again. */
export const KeptDepartments = Type.Object({ list: Type.Optional(DepartmentList) })
export const KeptPlaces = Type.Object({ list: Type.Optional(PlaceList) })
