namespace Emergent.Networks;

/// <summary>An object that knows nothing of styles, with the name that it was registered under.</summary>
internal sealed class PlainObject(object owner, string name) : IStyled
{
    public object Owner { get; } = owner;

    public string Name { get; } = name;

    public string TypeName { get; } = owner.GetType().Name;

    public IReadOnlyList<string> Classes => [];

    public StyleTarget Target => StyleTarget.Object;

    /// <summary>The object that bears the parameters.</summary>
    public static object OwnerOf(object styled) => styled is PlainObject plain ? plain.Owner : styled;
}
