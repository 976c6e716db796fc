import type { ModdleElement } from '../../schema/moddle-types.js'
import { called } from '../called.js'
import { ownerOf } from '../owner-of.js'
import type { Rule } from '../rule.js'

/** Other engines’ settings are kept in the file and have no effect; whoever imports one should know. */
export default function foreignSettings(): Rule {
  const said = new Set<string>()
  return {
    check(element, reporter) {
      for (const product of productsIn(element)) {
        const owner = ownerOf(element)
        const key = `${owner.id ?? ''} ${product}`
        if (said.has(key)) continue
        said.add(key)
        reporter.report(
          owner.id,
          `${called(owner)}带有 ${product} 的设置，系统会保留但不执行；请在属性面板中重新填写角色、表单和时限。`,
        )
      }
    },
  }
}

function productsIn(element: ModdleElement): string[] {
  const names = [
    ...(element.$descriptor?.isGeneric ? [element.$type] : []),
    ...Object.keys(element.$attrs ?? {}),
  ]
  return names.flatMap(name => products[name.split(':')[0] ?? ''] ?? [])
}

/** By the prefix that the product’s own modeler writes. */
const products: Readonly<Record<string, string>> = {
  activiti: 'Activiti',
  flowable: 'Flowable',
  zeebe: 'Camunda 8',
  drools: 'jBPM',
  operaton: 'Operaton',
}
