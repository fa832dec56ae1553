import Mastery
import Testing

@Suite struct TransitionTests {
    @Test("only a teacher decides, and only in a conference", arguments: AttemptState.allCases) func decisions(
        _ state: AttemptState
    ) {
        for act in [Act.master, .notYet] {
            #expect(state.after(act, by: .student) == nil)
            #expect((state.after(act, by: .teacher) != nil) == (state == .conferring))
        }
    }

    @Test("a student can submit an open check and come back into line, nothing else") func students() {
        let allowed = AttemptState.allCases.flatMap { state in
            Act.allCases.compactMap { act in state.after(act, by: .student).map { "\(state) \(act) \($0)" } }
        }
        #expect(Set(allowed) == ["open submit waiting", "held requeue waiting", "parked requeue waiting"])
    }

    @Test("each state and act leads to one state") func determined() {
        for state in AttemptState.allCases {
            for act in Act.allCases {
                #expect(Transition.table.filter { $0.from == state && $0.act == act }.count <= 1, "\(state) \(act)")
            }
        }
    }

    @Test("every state but the decided ones can end in a decision") func reachable() {
        for state in AttemptState.allCases where !state.isDecided {
            var reached: Set<AttemptState> = [state]
            for _ in AttemptState.allCases {
                for transition in Transition.table where reached.contains(transition.from) {
                    reached.insert(transition.to)
                }
            }
            #expect(reached.contains(.mastered), "\(state)")
        }
    }
}
