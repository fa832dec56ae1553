print("gongbox")
