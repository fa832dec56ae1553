import HTTP

/// The fields that a browser would post for a page as it came: what is typed, ticked and chosen in it.
enum ShownForm {
    static func fields(in html: String) -> Fields {
        var fields = Fields()
        var menu: (name: String, value: String?) = ("", nil)
        for tag in html.matches(of: /<(\/?)(input|select|option|textarea)([^>]*)>([^<]*)/) {
            let name = value("name", in: tag.3)
            let own = value("value", in: tag.3) ?? ""
            switch (tag.1, tag.2) {
            case ("", "input"):
                let isBox = tag.3.contains("type=\"radio\"") || tag.3.contains("type=\"checkbox\"")
                if let name, !isBox || tag.3.contains(" checked") { fields.append(name, own) }
            case ("", "textarea"): fields.append(name ?? "", String(tag.4))
            case ("", "select"): menu = (name ?? "", nil)
            case ("", "option"):
                // Without a choice a menu shows its first line.
                if menu.value == nil || tag.3.contains(" selected") { menu.value = own }
            case ("/", "select"): fields.append(menu.name, menu.value ?? "")
            default: break
            }
        }
        return fields
    }

    private static func value(_ name: String, in attributes: Substring) -> String? {
        attributes.split(separator: " \(name)=\"").dropFirst(attributes.hasPrefix(" \(name)=\"") ? 0 : 1).first
            .map { $0.prefix { $0 != "\"" }.replacing("&quot;", with: "\"").replacing("&amp;", with: "&") }
            .map(String.init)
    }
}
