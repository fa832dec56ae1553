internal import Assessment
internal import XML

/// The datasets of a calculated question: row k gives every wildcard its k-th value.
struct MoodleDataset {
    /// Each row's value by wildcard, as it is written.
    private(set) var rows: [[String: String]] = []
    let names: [String]

    init(_ question: XMLElement) {
        var columns: [(name: String, values: [Int: String], count: Int)] = []
        for definition in question.first("dataset_definitions")?.all("dataset_definition") ?? [] {
            guard let name = definition.first("name").map({ ($0.first("text")?.text ?? $0.text).trimmedText }),
                !name.isEmpty
            else { continue }
            var values: [Int: String] = [:]
            for (place, item) in (definition.first("dataset_items")?.all("dataset_item") ?? []).enumerated() {
                let number = item.first("number").flatMap { Int($0.text.trimmedText) } ?? place + 1
                values[number] = item.first("value")?.text.trimmedText
            }
            let count = definition.first("itemcount").flatMap { Int($0.text.trimmedText) } ?? values.count
            columns.append((name, values, min(count, values.count)))
        }
        names = columns.map(\.name)
        guard let count = columns.map(\.count).min() else { return }
        for number in 1...max(1, count) {
            var row: [String: String] = [:]
            for column in columns { row[column.name] = column.values[number] }
            if row.count == names.count { rows.append(row) }
        }
    }
}
