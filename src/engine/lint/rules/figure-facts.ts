import { missingFigures } from '../missing-figures.js'

/** What the law has the house report can still be computed from the forms. */
export default missingFigures(true)
