/// One attribute of an element. Names come from the source code only; values are escaped.
public struct Attribute {
    let name: StaticString
    let value: String?
    let isPresent: Bool

    public init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
        isPresent = true
    }

    /// A boolean attribute such as `checked`; left out unless `isPresent`.
    public init(_ name: StaticString, if isPresent: Bool) {
        self.name = name
        value = nil
        self.isPresent = isPresent
    }

    /// No more bytes than this are written.
    var largestSize: Int { name.utf8CodeUnitCount + 4 + (value?.utf8.count ?? 0) * Escape.longest }

    func render(into cursor: inout Cursor) {
        guard isPresent else { return }
        cursor.put(" ")
        cursor.put(name)
        guard let value else { return }
        cursor.put("=\"")
        cursor.put(escaping: value)
        cursor.put("\"")
    }
}

extension Attribute {
    public static func `class`(_ value: String) -> Self { .init("class", value) }
    public static func id(_ value: String) -> Self { .init("id", value) }
    public static func href(_ value: String) -> Self { .init("href", value) }
    public static func src(_ value: String) -> Self { .init("src", value) }
    public static func name(_ value: String) -> Self { .init("name", value) }
    public static func type(_ value: String) -> Self { .init("type", value) }
    public static func value(_ value: String) -> Self { .init("value", value) }
    public static func action(_ value: String) -> Self { .init("action", value) }
    public static func lang(_ value: String) -> Self { .init("lang", value) }
    public static func role(_ value: String) -> Self { .init("role", value) }
    public static func title(_ value: String) -> Self { .init("title", value) }
    public static func autocomplete(_ value: String) -> Self { .init("autocomplete", value) }
    public static func checked(_ isPresent: Bool) -> Self { .init("checked", if: isPresent) }
    public static func selected(_ isPresent: Bool) -> Self { .init("selected", if: isPresent) }
    public static func disabled(_ isPresent: Bool) -> Self { .init("disabled", if: isPresent) }
    public static func required() -> Self { .init("required", if: true) }
    public static func autofocus() -> Self { .init("autofocus", if: true) }
    public static func hidden(_ isPresent: Bool) -> Self { .init("hidden", if: isPresent) }
    public static func open(_ isPresent: Bool) -> Self { .init("open", if: isPresent) }
}
