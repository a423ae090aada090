s1 = CClass(source, "s1")
access_policy = CClass(practice, "Access Policy")
add_links({s1: [access_policy]}, role_name="contained_code")
while True:
    pass
