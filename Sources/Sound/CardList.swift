internal import CALSA
import Glibc

/// The cards of this machine.
public enum CardList {
    /// ALSA's ids of all cards, as in `plughw:CARD=<id>`, in the kernel's order.
    public static func ids() -> [String] {
        var ids: [String] = []
        var card: Int32 = -1
        while snd_card_next(&card) == 0, card >= 0 {
            if let id = id(of: card) { ids.append(id) }
        }
        return ids
    }

    /// Whether this machine has a card that this user may not open.
    public static func areForbidden() -> Bool {
        (0..<32).contains { card in
            let path = "/dev/snd/controlC\(card)"
            return access(path, F_OK) == 0 && access(path, R_OK | W_OK) != 0
        }
    }

    private static func id(of card: Int32) -> String? {
        var control: OpaquePointer?
        guard snd_ctl_open(&control, "hw:\(card)", Int32(SND_CTL_READONLY)) == 0, let control else { return nil }
        defer { snd_ctl_close(control) }
        var info: OpaquePointer?
        guard snd_ctl_card_info_malloc(&info) == 0, let info else { return nil }
        defer { snd_ctl_card_info_free(info) }
        guard snd_ctl_card_info(control, info) == 0, let id = snd_ctl_card_info_get_id(info) else { return nil }
        return String(cString: id)
    }
}
